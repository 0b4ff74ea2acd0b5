import type { Event } from "../../../inventory/event.ts";

/** Turns the events of one or several inventories into text. */
export interface Format {
  /** What can be told at once; what resolves with it where there has to be room first. */
  event(event: Event): string | Promise<string>;
  /** The rest, once all inventories have ended. */
  end(): AsyncIterable<string>;
  /** Gives back what was needed meanwhile, whether or not the end was told. */
  close(): Promise<void>;
}
