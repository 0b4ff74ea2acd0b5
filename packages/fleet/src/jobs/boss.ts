import type { Socket } from "node:net";
import { PgBoss } from "pg-boss";
import { connectionSettings } from "../database/connect.ts";

/** The queue of inventories that are to be read: one is read at a time of each name, however many nights wait. */
export const inventoryQueue = "inventories";
/** What is not tried again: its credential was refused, its entry cannot be used, or every attempt failed. */
export const deadLetterQueue = "inventories-dead-letter";

/** The schema of pg-boss, beside ours. */
export const bossSchema = "pgboss";

/** A worker that says nothing for so long has lost its jobs: the least that pg-boss takes. */
export const heartbeatSeconds = 10;
const hour = 3600;

export interface BossSettings {
  /** Whether this process looks after jobs whose workers are gone. */
  readonly supervises: boolean;
  /** Told of what goes wrong beside the calls of this process. */
  readonly onError: (error: Error) => void;
  /** What a connection is made of, where its owner ends it. */
  readonly stream?: () => Socket;
}

/**
 * Opens the queues, and makes them where they are not there yet.
 *
 * @throws InventoryError INVALID_CONFIG where `DATABASE_URL` is not set.
 */
export async function openBoss(
  environment: NodeJS.ProcessEnv,
  { supervises, onError, stream }: BossSettings,
): Promise<PgBoss> {
  const boss = new PgBoss({
    // All of it reaches `pg`, which pg-boss's own type does not say of `stream`.
    ...connectionSettings(environment, stream),
    application_name: "cloud-inventory-fleet jobs",
    schema: bossSchema,
    max: 4,
    supervise: supervises,
    // Nights are ours to tell: pg-boss leaves out one whose hour the clocks skip, and has one twice whose hour they repeat.
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    openTelemetry: { enabled: false },
  });
  boss.on("error", onError);
  try {
    await boss.start();
    await makeQueues(boss);
    return boss;
  } catch (thrown) {
    // What was opened of it would keep the process.
    await boss.stop({ graceful: false }).catch(() => {});
    throw thrown;
  }
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const stays = { retentionSeconds: 14 * 24 * hour, deleteAfterSeconds: 14 * 24 * hour };
  await boss.createQueue(deadLetterQueue, { policy: "standard", ...stays });
  await boss.createQueue(inventoryQueue, {
    policy: "singleton",
    deadLetter: deadLetterQueue,
    // Rate limits and outages pass in minutes.
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 900,
    heartbeatSeconds,
    // How long a run may take is its deadline's to say; a job that is neither done nor beating ends by its heartbeat.
    expireInSeconds: 23 * hour,
    ...stays,
  });
}
