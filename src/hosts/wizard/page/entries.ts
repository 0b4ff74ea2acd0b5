import type { WizardState } from "../api.ts";

/** The entries of a key that takes several; none where it is not entered. */
export function entriesOf(entered: WizardState["entered"], wanted: string): readonly string[] {
  const found = entered.find(({ key }) => key === wanted);
  const text = found !== undefined && "value" in found ? found.value : "";
  return text.split(",").flatMap((entry) => entry.trim() || []);
}
