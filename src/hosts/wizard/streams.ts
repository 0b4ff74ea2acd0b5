import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import { requestCredential } from "../module/credentials.ts";
import type { ApprovalLine, ApprovalRequest, Failed, PreflightRequest, WizardError, WizardStreams } from "./api.ts";
import type { CallSurroundings } from "./calls.ts";
import { discoverLines } from "./discovery.ts";
import { stateOf } from "./state.ts";
import { only } from "./values.ts";

type Stream<Name extends keyof WizardStreams> = (
  request: WizardStreams[Name]["request"],
  surroundings: CallSurroundings,
) => AsyncGenerator<WizardStreams[Name]["line"], void, void>;

/** The calls that are answered while something happens. What they throw becomes their last line. */
export const streams: { readonly [Name in keyof WizardStreams]: Stream<Name> } = {
  preflight: preflightLines,
  request: approvalLines,
  discover: discoverLines,
};

/** What is told of an error: nothing that another program wrote. */
export function wizardError(thrown: unknown): WizardError {
  const { code, message, advice } = asInventoryError(thrown);
  return { code, message, ...(advice === undefined ? {} : { remediation: advice.remediation }) };
}

async function* preflightLines({ kinds, again, fromAddress }: PreflightRequest, { session, signal }: CallSurroundings) {
  const inventory = await session.open();
  const events = inventory.preflightEvents({
    kinds: kinds ?? session.kinds(),
    signal,
    onlyFailed: again ?? false,
    ...(fromAddress === undefined ? {} : { fromAddress }),
  });
  for await (const event of events) {
    if (event.type === "finished") {
      const { report } = event;
      session.remember(inventory, { report });
      const account = report.verdict === "not-usable" ? [] : [report.account ?? []].flat();
      session.name([...account, ...(report.projects ?? []).map(({ id }) => id)]);
    }
    yield event;
  }
}

async function* approvalLines(
  request: ApprovalRequest,
  { session, signal, idleMinutes }: CallSurroundings,
): AsyncGenerator<ApprovalLine, void, void> {
  const { id, requester, credentials } = session.definition();
  let show: (line: ApprovalLine) => void = () => {};
  const shown = new Promise<ApprovalLine>((resolve) => {
    show = resolve;
  });
  const { timeoutSeconds, kinds = session.kinds(), ...wish } = request;
  const asked = requestCredential(id, only(session.values, Object.keys(requester?.environment ?? {})), {
    ...wish,
    kinds,
    ...(timeoutSeconds === undefined ? {} : { timeoutMs: timeoutSeconds * 1000 }),
    signal,
    operator: session.operator,
    onApproval: (approval) => show({ type: "approval", ...approval }),
  });
  const decided = asked.then(
    (credential) => ({ credential }),
    (thrown: unknown) => ({ error: asInventoryError(thrown) }),
  );
  const first = await Promise.race([shown, decided]);
  if ("type" in first) yield first;
  const decision = await decided;
  if ("error" in decision) {
    // Before anybody was asked, the same codes mean that asking failed.
    const type = "type" in first ? wordOf(decision.error) : "failed";
    yield { type, error: wizardError(decision.error) };
    return;
  }
  const config = decision.credential.config();
  const family = credentials.find(({ keys }) => keys.every((key) => config[key] !== undefined));
  session.choose({ inventory: id, ...(family === undefined ? {} : { credential: family.kind }) });
  session.enter(config);
  yield { type: "approved", state: stateOf(session, idleMinutes) };
}

function wordOf({ code }: InventoryError): "refused" | "timed-out" | Failed["type"] {
  if (code === "UNAUTHENTICATED") return "refused";
  return code === "UNAVAILABLE" ? "timed-out" : "failed";
}
