import { useId, useState } from "preact/hooks";
import { texts } from "../texts.ts";

const mostRows = 12;

/** A text that is there to be copied, with a button that does it. A text area scrolls by key as well. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, say] = useState("");
  const id = useId();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => say(texts.copied),
      () => say(texts.notCopied),
    );
  };
  return (
    <div class="copy">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        spellcheck={false}
        rows={Math.min(text.trimEnd().split("\n").length + 1, mostRows)}
        value={text}
      />
      <button type="button" onClick={copy} aria-label={`${texts.copy}: ${label}`}>
        {texts.copy}
      </button>
      <span role="status" class="quiet">
        {said}
      </span>
    </div>
  );
}
