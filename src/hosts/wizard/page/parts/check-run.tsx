import type { CheckProgress } from "../check-progress.ts";
import { rightsByKind } from "../check-progress.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.check;

/** Each check as it comes, with what to do about it. */
export function Checks({ checks }: Pick<CheckProgress, "checks">) {
  return (
    <ul class="checks" aria-live="polite" aria-relevant="additions" aria-label={said.checks}>
      {checks.map(({ id, status, message, remediation }) => (
        <li key={`${id} ${message}`} class={`check ${status}`}>
          <span class={`mark ${status}`}>{said.status[status]}</span>
          <div>
            <p>{asSentence(message)}</p>
            {remediation === undefined ? null : <p class="quiet">{asSentence(remediation)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How far the rights of the kinds were looked at, and what came of it. */
export function RightsCounts({
  progress,
  isRunning,
}: {
  readonly progress: CheckProgress;
  readonly isRunning: boolean;
}) {
  const { offer } = useWizard();
  const kinds = rightsByKind(progress.rows);
  const looked = new Set(kinds.map(({ kind }) => kind));
  const left = progress.asked.filter((kind) => !looked.has(kind));
  const count = (status: string): number => kinds.filter((one) => one.status === status && !one.isExpected).length;
  return (
    <>
      <p role="status">
        {!isRunning
          ? said.counts(count("granted"), count("missing"), count("unknown"))
          : progress.asked.length === 0
            ? said.starting
            : said.running(kinds.length, progress.asked.length)}
      </p>
      {isRunning && offer !== undefined ? <p>{texts.waitingFor(offer.title, left)}</p> : null}
      {isRunning ? <progress aria-label={said.heading} value={kinds.length} max={progress.asked.length || 1} /> : null}
    </>
  );
}

/** The kinds of which something is missing, with the rights that are. */
export function MissingRights({ rows }: Pick<CheckProgress, "rows">) {
  const missing = rightsByKind(rows).filter(({ status }) => status === "missing");
  const needed = missing.filter(({ isExpected }) => !isExpected);
  const optional = missing.filter(({ isExpected }) => isExpected);
  return (
    <>
      {needed.length === 0 ? null : <MissingTable kinds={needed} />}
      {optional.length === 0 ? null : (
        <details>
          <summary>
            {said.optional} ({optional.length})
          </summary>
          <p>{said.optionalHint}</p>
          <MissingTable kinds={optional} />
        </details>
      )}
    </>
  );
}

function MissingTable({ kinds }: { readonly kinds: ReturnType<typeof rightsByKind> }) {
  return (
    <table class="stacked">
      <caption>{said.lacking}</caption>
      <thead>
        <tr>
          <th scope="col">{said.kind}</th>
          <th scope="col">{said.right}</th>
          <th scope="col">{said.places}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, missing, places }) => (
          <tr key={kind}>
            <th scope="row" class="names">
              {kind}
            </th>
            <td class="names">{missing.join(", ")}</td>
            <td>{said.placeCount(places)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
