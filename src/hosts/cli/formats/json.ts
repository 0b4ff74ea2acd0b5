import type { Event } from "../../../inventory/event.ts";
import type { Format } from "./format.ts";

/** One JSON document: resources as they come, then the scopes and the footers; only those are held in memory. */
export function createJson(): Format {
  const started: Event[] = [];
  const scopes: Event[] = [];
  const finished: Event[] = [];
  const rest: Partial<Record<Event["type"], Event[]>> = { started, scope: scopes, finished };
  let separator = '{"resources":[\n';
  return {
    event(event) {
      if (event.type !== "resource") {
        rest[event.type]?.push(event);
        return "";
      }
      const text = `${separator}${JSON.stringify(event.resource)}`;
      separator = ",\n";
      return text;
    },
    end() {
      const opening = separator === ",\n" ? "\n" : separator;
      return `${opening}],\n"started":${JSON.stringify(started)},\n"scopes":${JSON.stringify(scopes)},\n"finished":${JSON.stringify(finished)}}\n`;
    },
  };
}
