import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { ErrorBox } from "./error-box.tsx";
import type { KnownCost } from "./use-cost.ts";

const said = texts.choose;

/** What a discovery of what is chosen takes. */
export function Cost({ cost, onReckon }: { readonly cost: KnownCost; readonly onReckon: () => void }) {
  const { estimate, error, isReckoning, isOutdated } = cost;
  return (
    <section aria-labelledby="cost">
      <h3 id="cost">{said.cost}</h3>
      <div role="status">
        {isReckoning ? <p>{said.reckoning}</p> : null}
        {isOutdated && !isReckoning ? <p>{said.outdated}</p> : null}
        {isReckoning || isOutdated || estimate === undefined ? null : (
          <>
            <p>
              {estimate.forecast === undefined
                ? said.costRequests(said.requests(estimate.requests))
                : said.costIs(said.requests(estimate.requests), said.seconds(estimate.forecast.leastSeconds))}
            </p>
            {estimate.unknown.length === 0 ? null : (
              <>
                <p>{said.costUnknown(new Set(estimate.unknown.flatMap(({ kinds }) => kinds)).size)}</p>
                <ul>
                  {[...new Set(estimate.unknown.map(({ reason }) => reason))].map((reason) => (
                    <li key={reason}>{asSentence(reason)}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
      <ErrorBox error={error} />
      <button type="button" disabled={isReckoning} onClick={onReckon}>
        {said.reckon}
      </button>
    </section>
  );
}
