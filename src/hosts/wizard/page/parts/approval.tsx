import { useState } from "preact/hooks";
import type { ApprovalLine } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { ErrorBox } from "./error-box.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { useStream } from "./use-stream.ts";

const said = texts.keys;

interface ApprovalProps {
  /** The keys that it takes to ask. */
  readonly keys: readonly string[];
  readonly entering: Entering;
}

/** Asks for a key that the customer approves on the provider's page. */
export function Approval({ keys, entering }: ApprovalProps) {
  const { state, take } = useWizard();
  const [line, setLine] = useState<ApprovalLine>();
  const stream = useStream("request", (next) => {
    setLine((before) => (next.type === "approval" || before === undefined ? next : { ...next }));
    if (next.type === "approved") take(next.state);
  });
  const entered = state.entered.map(({ key }) => key);
  const canAsk = keys.every((key) => entered.includes(key));
  const isRunning = stream.standing === "running";
  const refused = line !== undefined && "error" in line ? line.error : undefined;
  return (
    <section aria-labelledby="approval">
      <h3 id="approval">{said.approval}</h3>
      <p>{said.approvalHint}</p>
      <button
        type="button"
        disabled={!canAsk || isRunning}
        onClick={() => {
          setLine(undefined);
          void entering.settle().then(() => stream.start({ narrow: true }));
        }}
      >
        {said.ask}
      </button>
      <div aria-live="polite">
        {isRunning && line?.type === "approval" ? <Asked line={line} onStop={stream.stop} /> : null}
        {line?.type === "approved" ? <p class="mark pass">{said.approved}</p> : null}
      </div>
      <ErrorBox error={refused ?? stream.error} />
    </section>
  );
}

type Asking = Extract<ApprovalLine, { readonly type: "approval" }>;

function Asked({ line, onStop }: { readonly line: Asking; readonly onStop: () => void }) {
  return (
    <div class="box">
      <p>
        <OutsideLink href={line.link}>{said.openApproval}</OutsideLink>
      </p>
      <p>{asSentence(line.hint)}</p>
      {line.notes.map((note) => (
        <p key={note} class="quiet">
          {asSentence(note)}
        </p>
      ))}
      <details>
        <summary>{said.askedFor(line.rights.length)}</summary>
        <ul class="names">
          {line.rights.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
      </details>
      <p>{said.waiting}</p>
      <button type="button" onClick={onStop}>
        {said.stop}
      </button>
    </div>
  );
}
