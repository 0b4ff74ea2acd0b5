import { safeText } from "../inventory/safe-text.ts";

/** Where a key stands in a file, or where it was meant to stand. */
export interface KeyPlace {
  /** The file's word for the key. */
  readonly key: string;
  readonly line: number;
  /** Why it cannot be read from there; absent where it can. */
  readonly fault?: "empty" | { readonly written: string };
}

/** What to call the key in messages: with its line, and with what is wrong there. Its value stays unsaid. */
export function placeName({ key, line, fault }: KeyPlace): string {
  if (fault === undefined) return `${key} in line ${line}`;
  return fault === "empty"
    ? `${key} (line ${line}, without a value)`
    : `${key} (line ${line} has "${safeText(fault.written).slice(0, 60)}")`;
}
