import type { Writable } from "node:stream";
import type { Event } from "../../inventory/event.ts";
import { isGap } from "../../inventory/outcome.ts";
import { safeText } from "../../inventory/safe-text.ts";

/** The names of events are stable: operators alert on them. */
export type LogEvent =
  | "account.unproven"
  | "config.notice"
  | "init.refused"
  | "credential.proven"
  | "credential.unproven"
  | "credential.expiring"
  | "kinds.skipped"
  | "inventory.started"
  | "inventory.finished"
  | "inventory.incomplete"
  | "inventory.accepted"
  | "inventory.cancelled"
  | "inventory.crashed"
  | "process.warning"
  | "scope.denied"
  | "scope.failed"
  | "scope.partial"
  | "scope.warning"
  | "state.made"
  | "state.none"
  | "state.unusable"
  | "state.used";

type Fields = Readonly<Record<string, unknown>>;

/** Writes one line for one event. Fields come from our own events and errors alone, which hold no secret. */
export type Log = (event: LogEvent, fields?: Fields) => void;

export type LogFormat = "json" | "text";

/** A log on a stream: JSON lines for machines, or text for people. */
export function createLog(stream: Writable, format: LogFormat, inventory: string): Log {
  return (event, fields = {}) => {
    const present = Object.entries(fields).filter(([, value]) => value !== undefined);
    const line =
      format === "json"
        ? JSON.stringify({
            time: new Date().toISOString(),
            level: levelOf(event),
            event,
            inventory,
            ...Object.fromEntries(present),
          })
        : [`${levelOf(event).padEnd(5)} ${inventory} ${event}`, ...present.map(textOf)].join("  ");
    stream.write(`${safeText(line)}\n`);
  };
}

const warnings: readonly LogEvent[] = [
  "account.unproven",
  "inventory.accepted",
  "credential.unproven",
  "credential.expiring",
  "process.warning",
  "state.made",
  "state.none",
  "state.unusable",
];

function levelOf(event: LogEvent): "info" | "warn" | "error" {
  if (event === "inventory.crashed" || event === "init.refused" || event === "inventory.incomplete") return "error";
  return event.startsWith("scope.") || warnings.includes(event) ? "warn" : "info";
}

function textOf([name, value]: readonly [string, unknown]): string {
  return `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`;
}

/** Logs what an operator wants to know of a run: its two ends, and every scope that did not go well. */
export function logEvent(log: Log, event: Exclude<Event, { type: "resource" }>): void {
  if (event.type === "scope") {
    const { type: _type, inventory: _inventory, outcome, ...fields } = event;
    if (isGap(outcome)) log(`scope.${outcome}`, fields);
    else if (fields.warnings.length > 0) log("scope.warning", fields);
  } else if (event.type !== "progress") {
    const { type, inventory: _inventory, ...fields } = event;
    log(`inventory.${type}`, fields);
  }
}
