import type { DoneLine } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.try;

/** What was not read whole, put together by why. */
export function Gaps({ done: { gaps } }: { readonly done: DoneLine }) {
  const { go } = useWizard();
  const lacksRights = gaps.some(({ outcome, isExpected }) => outcome === "denied" && !isExpected);
  return (
    <section aria-labelledby="gaps">
      <h3 id="gaps">{said.gaps}</h3>
      {gaps.length === 0 ? <p>{said.noGaps}</p> : null}
      <ul class="checks">
        {gaps.map(({ outcome, reason, remediation, isExpected, kinds, scopes }) => (
          <li key={`${outcome} ${isExpected} ${reason}`} class="check">
            <span class={`mark ${isExpected ? "unknown" : "fail"}`}>{outcome}</span>
            <div>
              <p>
                {asSentence(reason)} <span class="quiet">{said.lists(scopes)}</span>
              </p>
              {isExpected ? <p class="quiet">{asSentence(said.expected)}</p> : null}
              {remediation === undefined ? null : <p>{asSentence(remediation)}</p>}
              <p class="quiet names">{said.kindsOf(kinds)}</p>
            </div>
          </li>
        ))}
      </ul>
      {lacksRights ? (
        <button type="button" onClick={() => go("check")}>
          {said.grantThem}
        </button>
      ) : null}
    </section>
  );
}
