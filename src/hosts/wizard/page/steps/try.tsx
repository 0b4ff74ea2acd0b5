import { useState } from "preact/hooks";
import type { FinishedEvent } from "../../../../inventory/event.ts";
import { type Found, nothingFound, withLine } from "../found.ts";
import { ErrorBox } from "../parts/error-box.tsx";
import { Gaps } from "../parts/gaps.tsx";
import { Protection } from "../parts/protection.tsx";
import { ResourceTable } from "../parts/resource-table.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { useStream } from "../parts/use-stream.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.try;

/** Step 5: a real discovery. */
export function TryStep() {
  const { state, call, take } = useWizard();
  const [found, setFound] = useState<Found>(nothingFound);
  const stream = useStream("discover", (line) => {
    setFound((before) => withLine(before, line));
    if (line.type === "done") void call("state", {}).then(({ answer }) => answer !== undefined && take(answer));
  });
  const isRunning = stream.standing === "running";
  const earlier = stream.standing === "idle" ? state.discovered : undefined;
  const isDone = found.done !== undefined && !isRunning;
  return (
    <>
      <StepHeading>{said.heading}</StepHeading>
      <p>{said.hint}</p>
      <div class="buttons">
        {isRunning ? (
          <button type="button" onClick={stream.stop}>
            {said.stop}
          </button>
        ) : (
          <button type="button" class="main" onClick={() => stream.start({})}>
            {stream.standing === "idle" ? said.start : said.again}
          </button>
        )}
      </div>
      <Progress found={found} isRunning={isRunning} />
      <div role="status">
        {stream.standing === "stopped" ? <p>{said.stopped}</p> : null}
        {isDone && found.finished !== undefined ? <Verdict finished={found.finished} /> : null}
        {earlier === undefined ? null : (
          <>
            <h3>{said.earlier}</h3>
            <Verdict finished={earlier} />
          </>
        )}
      </div>
      <ErrorBox error={stream.error} />
      {isDone && found.done !== undefined ? <Gaps done={found.done} /> : null}
      {isDone && found.coverage !== undefined ? <Protection coverage={found.coverage} /> : null}
      {found.resources.length === 0 || isRunning ? null : <ResourceTable found={found} />}
      <StepEnd step="try" />
    </>
  );
}

function Progress({
  found: { progress, resources },
  isRunning,
}: {
  readonly found: Found;
  readonly isRunning: boolean;
}) {
  const { offer } = useWizard();
  if (!isRunning || offer === undefined) return null;
  const { scopesDone = 0, scopesKnown = 0, waitingMs = 0 } = progress ?? {};
  const count = progress?.resources ?? resources.length;
  return (
    <div>
      <progress aria-label={said.progress} value={scopesDone} max={scopesKnown || 1} />
      <p role="status">{said.running(scopesDone, scopesKnown, count)}</p>
      <p>{waitingMs < 1000 ? texts.waitingFor(offer.title) : said.paused(Math.round(waitingMs / 1000))}</p>
    </div>
  );
}

/** Gaps that are expected make a run incomplete, and are no fault. */
function Verdict({ finished }: { readonly finished: FinishedEvent }) {
  const { complete, resources, scopes, requests, acceptedGaps, notGranted = [], outcomes, reason } = finished;
  const gaps = (outcomes.partial ?? 0) + (outcomes.denied ?? 0) + (outcomes.failed ?? 0);
  const expected = acceptedGaps + notGranted.reduce((sum, one) => sum + one.scopes, 0);
  const isGood = complete || (reason === undefined && scopes > 0 && gaps === expected);
  return (
    <div class={`box verdict ${isGood ? "usable" : "usable-with-gaps"}`}>
      <p>
        <strong>{complete ? said.complete : isGood ? said.asExpected : said.incomplete}</strong>
      </p>
      <p>{said.summary(resources, scopes, requests)}</p>
      {reason === undefined ? null : <p>{reason}</p>}
    </div>
  );
}
