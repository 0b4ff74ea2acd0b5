import type { Event, FinishedEvent, ScopeEvent } from "../../../inventory/event.ts";
import type { Format } from "./format.ts";
import { sortedFormat } from "./sorted-document.ts";

/** One JSON document: resources in the order of kind and URN, then the scopes and the footers. */
export function createJson(spoolFolder: string): Format {
  const started: Extract<Event, { type: "started" }>[] = [];
  const scopes: ScopeEvent[] = [];
  const finished: FinishedEvent[] = [];
  return sortedFormat(spoolFolder, {
    note(event) {
      if (event.type === "started") started.push(event);
      if (event.type === "scope") scopes.push(event);
      if (event.type === "finished") finished.push(event);
    },
    async *write(resources) {
      let separator = '{"resources":[\n';
      for await (const batch of resources) {
        let text = "";
        for (const { json } of batch) {
          text += separator + json;
          separator = ",\n";
        }
        yield text;
      }
      const opening = separator === ",\n" ? "\n" : separator;
      const rest = {
        started: started.sort(byText(({ inventory }) => inventory)),
        scopes: scopes.sort(byText(({ kind, scope }) => `${kind}\t${scope}`)),
        finished: finished.sort(byText(({ inventory }) => inventory)),
      };
      const members = Object.entries(rest).map(([name, events]) => `${JSON.stringify(name)}:${JSON.stringify(events)}`);
      yield `${opening}],\n${members.join(",\n")}}\n`;
    },
  });
}

function byText<Item>(textOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => (textOf(one) < textOf(other) ? -1 : 1);
}
