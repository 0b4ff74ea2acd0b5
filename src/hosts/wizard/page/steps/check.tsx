import { useEffect, useRef, useState } from "preact/hooks";
import type { PreflightReport } from "../../../../preflight/report.ts";
import type { WizardState } from "../../api.ts";
import { type CheckProgress, progressOf, rightsByKind, withEvent } from "../check-progress.ts";
import { entriesOf } from "../entries.ts";
import { AccountKeys } from "../parts/account-keys.tsx";
import { Checks, MissingRights, RightsCounts } from "../parts/check-run.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { Grants } from "../parts/grants.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { useStream } from "../parts/use-stream.ts";
import { asSentence, rightsPage } from "../sentence.ts";
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
  const wasKnown = useRef(isCovered(state));
  useEffect(() => {
    if (!wasKnown.current) start({});
  }, [start]);
  const isRunning = stream.standing === "running";
  const { report } = progress;
  const lacksRights = rightsByKind(progress.rows).some((one) => one.status === "missing" && !one.isExpected);
  const namesRights = progress.checks.some(
    ({ status, remediation = "" }) => status !== "pass" && remediation.includes(rightsPage),
  );
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
      {isRunning || report === undefined || !(lacksRights || namesRights) ? null : (
        <Mend missing={lacksRights} checkedAt={report.checkedAt} />
      )}
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

/** Whether the kinds that were chosen by name were looked at; what others stand for is not known here. */
function isCovered({ report, entered }: WizardState): boolean {
  const isName = (entry: string): boolean => entry.includes(".") && !entry.includes("*");
  return report !== undefined && entriesOf(entered, "kinds").every((one) => !isName(one) || report.kinds.includes(one));
}

/** What to grant, ready to be copied, or the page that is filled in with it. */
function Mend({ missing, checkedAt }: { readonly missing: boolean; readonly checkedAt: string }) {
  const { go } = useWizard();
  return (
    <section aria-labelledby="mend" class="box">
      <h3 id="mend">{texts.grants.heading}</h3>
      <Grants
        request={{ missing, withPreflight: true }}
        hangsOn={checkedAt}
        linkText={said.mendLink}
        afterLink={
          <button type="button" onClick={() => go("keys")}>
            {said.newKeys}
          </button>
        }
      />
    </section>
  );
}
