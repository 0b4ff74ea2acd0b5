import * as z from "zod";
import { Event, ScopeEnded } from "../inventory/event.ts";

/** The format that this version writes, and the newest that it reads. */
export const snapshotFormat = 1;

/** The first line: which inventory this is. One snapshot holds one. */
export const SnapshotHeader = z.strictObject({
  type: z.literal("snapshot"),
  format: z.literal(snapshotFormat).describe("The format of the file. What another one means may differ."),
  inventory: z.string().describe("The provider whose inventory this is."),
  account: z
    .string()
    .optional()
    .describe("The provider's own id of the account or organization. Absent where nothing names it."),
});
export type SnapshotHeader = z.infer<typeof SnapshotHeader>;

/** The last line: without it the file was cut off, and with another digest it was changed since it was written. */
export const SnapshotEnd = z.strictObject({
  type: z.literal("end"),
  lines: z.int().nonnegative().describe("How many lines stand before this one."),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("Of the bytes of those lines, each with its line feed."),
});

/** How a kind ended in a scope, and when that was read: a scope that a later run took over keeps its time. */
export const SnapshotScope = ScopeEnded.extend({
  readAt: z.iso.datetime().describe("When the list was read to this end."),
});
export type SnapshotScope = z.infer<typeof SnapshotScope>;

const CredentialEnd = z.strictObject({
  what: z.string().describe("What ends, such as `the consumer key`."),
  at: z
    .string()
    .nullable()
    .optional()
    .describe("RFC 3339; null where it never ends. Absent where that could not be read."),
});

const [Started, Found, , , Finished] = Event.options;

/** How the run ended, and until when its credential is good. */
export const SnapshotFinished = Finished.extend({
  credentialEnds: z
    .array(CredentialEnd)
    .optional()
    .describe("When the credential of the run comes to its end. Absent where nobody asked."),
});
export type SnapshotFinished = z.infer<typeof SnapshotFinished>;

/** A line between the header and the end, in the order in which a run tells them. */
export const SnapshotEvent = z.discriminatedUnion("type", [Started, Found, SnapshotScope, SnapshotFinished]);
export type SnapshotEvent = z.infer<typeof SnapshotEvent>;

/** What a snapshot is read as: everything but its end, which says that this was all. */
export type SnapshotLine = SnapshotHeader | SnapshotEvent;
