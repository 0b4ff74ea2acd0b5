import type { Event } from "../../../inventory/event.ts";

/** Turns the events of one or several inventories into text, piece by piece; `end` closes the document. */
export interface Format {
  event(event: Event): string;
  end(): string;
}
