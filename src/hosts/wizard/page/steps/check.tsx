import { useEffect, useRef, useState } from "preact/hooks";
import type { PreflightReport } from "../../../../preflight/report.ts";
import { type CheckProgress, progressOf, rightsByKind, withEvent } from "../check-progress.ts";
import { AccountKeys } from "../parts/account-keys.tsx";
import { Checks, MissingRights, RightsCounts } from "../parts/check-run.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { Grants } from "../parts/grants.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { useRights } from "../parts/use-rights.ts";
import { useStream } from "../parts/use-stream.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { useEntering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

const said = texts.check;

/** Step 3: what the credential is worth, check by check as it is found out. */
export function CheckStep() {
  const { state, call, take, go } = useWizard();
  const entering = useEntering();
  const [progress, setProgress] = useState<CheckProgress>(progressOf(state.report));
  const stream = useStream("preflight", (line) => {
    setProgress((before) => withEvent(before, line));
    // What was found out opens the next steps.
    if (line.type === "finished") void call("state", {}).then(({ answer }) => answer !== undefined && take(answer));
  });
  const { start } = stream;
  const wasKnown = useRef(state.report !== undefined);
  useEffect(() => {
    if (!wasKnown.current) start({});
  }, [start]);
  const isRunning = stream.standing === "running";
  const { report } = progress;
  const isMending =
    !isRunning && rightsByKind(progress.rows).some((one) => one.status === "missing" && !one.isExpected);
  return (
    <>
      <StepHeading>{said.heading}</StepHeading>
      <RightsCounts progress={progress} isRunning={isRunning} />
      <ErrorBox error={stream.error} />
      <Checks checks={progress.checks} />
      <MissingRights rows={progress.rows} />
      <div role="status">
        {report === undefined || isRunning ? null : (
          <div class={`box verdict ${report.verdict}`}>
            <p>
              <strong>{asSentence(report.sentence)}</strong>
            </p>
            <p class="quiet">
              {report.credential}
              {report.account === undefined ? null : ` · ${said.account(report.account)}`}
            </p>
          </div>
        )}
        {stream.standing === "stopped" ? <p>{said.stopped}</p> : null}
      </div>
      {isMending ? <Mend checkedAt={report?.checkedAt ?? ""} /> : null}
      {!isRunning && report !== undefined && mayBeElsewhere(report) ? <AccountKeys entering={entering} /> : null}
      <ErrorBox error={entering.error} />
      <div class="buttons">
        {isRunning ? (
          <button type="button" onClick={stream.stop}>
            {said.stop}
          </button>
        ) : (
          <>
            {report === undefined || isAllGood(report) ? null : (
              <button type="button" onClick={() => void entering.settle().then(() => start({ again: true }))}>
                {said.again}
              </button>
            )}
            <button type="button" onClick={() => void entering.settle().then(() => start({}))}>
              {said.anew}
            </button>
            {report?.verdict === "not-usable" ? (
              <button type="button" onClick={() => go("keys")}>
                {said.fixKeys}
              </button>
            ) : null}
          </>
        )}
      </div>
      <StepEnd step="check" />
    </>
  );
}

/** Whether nobody knows the credential where it was asked, or nobody answers there: the account may live in another place. */
function mayBeElsewhere({ checks }: PreflightReport): boolean {
  const telling = ["credential.accepted", "provider.reachable"];
  return checks.some(({ id, status }) => status === "fail" && telling.includes(id));
}

function isAllGood({ checks, coverage }: PreflightReport): boolean {
  return checks.every(({ status }) => status === "pass") && coverage.every(({ status }) => status === "granted");
}

/** What to grant, ready to be copied, or the page that is filled in with it. */
function Mend({ checkedAt }: { readonly checkedAt: string }) {
  const { state, go } = useWizard();
  const { sheet, error } = useRights({ missing: true, withPreflight: true }, checkedAt);
  const makesNewKeys = sheet?.grants.some(({ format }) => format === "link") ?? false;
  return (
    <section aria-labelledby="mend" class="box">
      <h3 id="mend">{said.mend}</h3>
      <ErrorBox error={error} />
      {sheet === undefined ? null : (
        <Grants sheet={sheet} credential={state.chosen?.credential} linkText={said.mendLink} />
      )}
      {makesNewKeys ? (
        <button type="button" onClick={() => go("keys")}>
          {said.newKeys}
        </button>
      ) : null}
    </section>
  );
}
