import { runs } from "./0001-runs.ts";
import { catalogue } from "./0002-catalogue.ts";
import { readers } from "./0003-readers.ts";
import { memoryInventories } from "./0004-memory-inventories.ts";
import { lookedAt } from "./0005-looked-at.ts";
import { roomForANight } from "./0006-room-for-a-night.ts";
import { lastRuns } from "./0007-last-runs.ts";
import type { Migration } from "./migration.ts";

/** All steps in their order. The tables of a first version, with data, are brought through them by a test. */
export const migrations: readonly Migration[] = [
  runs,
  catalogue,
  readers,
  memoryInventories,
  lookedAt,
  roomForANight,
  lastRuns,
];
