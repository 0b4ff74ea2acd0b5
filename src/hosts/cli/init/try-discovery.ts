import type { FinishedEvent, ScopeEvent } from "../../../inventory/event.ts";
import { createProjectNames } from "../../../inventory/project-names.ts";
import type { CoverageLine } from "../../wizard/api.ts";
import { streams } from "../../wizard/streams.ts";
import { createProgress } from "../progress.ts";
import { summaryOf } from "../summary.ts";
import { table } from "../table.ts";
import { attempt, type Step, type StepName, type Visit } from "./visit.ts";

/** A real run: what it finds, what it could not read and why, and what the provider protects. */
export const tryDiscovery: Step = async (visit) => {
  await attempt(visit, () => discoverOnce(visit));
  return visit.ask.choose<StepName>("What now?", [
    { value: "keep", label: "Keep it" },
    { value: "try", label: "Try again" },
    { value: "check", label: "Check the credential again" },
    { value: "choose", label: "Choose again what is read" },
  ]);
};

async function discoverOnce({ screen, surroundings, terminal }: Visit): Promise<void> {
  const progress = createProgress(terminal);
  const scopes: ScopeEvent[] = [];
  const projects = createProjectNames();
  let finished: FinishedEvent | undefined;
  let coverage: CoverageLine | undefined;
  try {
    for await (const line of streams.discover({ mostResources: 0 }, surroundings)) {
      if (line.type === "done" || line.type === "failed") continue;
      if (line.type === "coverage-document") {
        coverage = line;
        continue;
      }
      progress.show(line);
      projects.note(line);
      if (line.type === "scope") scopes.push(line);
      if (line.type === "finished") finished = line;
    }
  } finally {
    progress.end();
  }
  if (finished === undefined) return;
  const run = {
    finished,
    acceptsIncomplete: false,
    source: "what you entered",
    inWords: (sentence: string) => sentence,
  };
  screen.page(summaryOf({ scopes, runs: [run], projects }, screen.paint));
  if (coverage !== undefined)
    screen.page(protectionTable(coverage, screen.paint("heading", "What the provider protects")));
}

function protectionTable({ total, byClass }: CoverageLine, heading: string): string {
  const rows = [...byClass.map((group) => ({ ...group, name: group.class })), { ...total, name: "all" }];
  const cells = rows.map((row) => [
    row.name,
    String(row.resources),
    String(row.backup),
    String(row["snapshots-only"]),
    String(row["none-found"]),
    String(row.unknown),
  ]);
  const head = ["CLASS", "RESOURCES", "BACKUP", "SNAPSHOTS", "NONE FOUND", "UNKNOWN"];
  return [heading, ...table([head, ...cells], new Set([1, 2, 3, 4, 5])), ""].join("\n");
}
