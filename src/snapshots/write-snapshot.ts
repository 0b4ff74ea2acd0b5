import { createHash } from "node:crypto";
import type { Event } from "../inventory/event.ts";
import { type SnapshotFinished, type SnapshotHeader, snapshotFormat } from "./format.ts";

/** Words the lines of one snapshot, in the order in which the run tells them. */
export interface SnapshotWriter {
  /** The line of an event; empty for progress, which says nothing that the other events do not say in the end. */
  event(event: Event | SnapshotFinished): string;
  /** The last line. */
  end(): string;
}

/**
 * The lines of a snapshot of one inventory.
 *
 * @param now the wall clock, in milliseconds since the epoch: when a scope ended is when it was read.
 */
export function createSnapshotWriter(
  about: Pick<SnapshotHeader, "inventory" | "account">,
  now: () => number = Date.now,
): SnapshotWriter {
  const hash = createHash("sha256");
  let lines = 0;
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    lines += 1;
    return text;
  };
  const header = (): string => {
    const { inventory, account } = about;
    return line({ type: "snapshot", format: snapshotFormat, inventory, ...(account === undefined ? {} : { account }) });
  };
  return {
    event(event) {
      if (event.type === "progress") return "";
      const opening = lines === 0 ? header() : "";
      const told = event.type === "scope" ? { ...event, readAt: event.readAt ?? new Date(now()).toISOString() } : event;
      return opening + line(told);
    },
    end: () => `${JSON.stringify({ type: "end", lines, sha256: hash.digest("hex") })}\n`,
  };
}
