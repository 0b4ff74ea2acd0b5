import type { WizardError } from "../../api.ts";
import { asSentence } from "../sentence.ts";

/** What went wrong, read aloud at once. */
export function ErrorBox({ error }: { readonly error: WizardError | undefined }) {
  return (
    <div role="alert">
      {error === undefined ? null : (
        <div class="box wrong">
          <p>{asSentence(error.message)}</p>
          {error.remediation === undefined ? null : <p>{asSentence(error.remediation)}</p>}
        </div>
      )}
    </div>
  );
}
