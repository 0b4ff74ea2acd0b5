import type { Event } from "../../../inventory/event.ts";

/** Turns the events of one or several inventories into text. */
export interface Format {
  /** Where it is there, the document is of one inventory, and is told first whose: undefined where nothing names the account. */
  begin?(about: { readonly inventory: string; readonly account: string | undefined }): void;
  /** What can be told at once; what resolves with it where there has to be room first. */
  event(event: Event): string | Promise<string>;
  /** The rest, once all inventories have ended. */
  end(): AsyncIterable<string>;
  /** Gives back what was needed meanwhile, whether or not the end was told. */
  close(): Promise<void>;
}
