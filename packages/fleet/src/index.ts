import type { FleetEngine } from "cloud-inventory-plugin/fleet";

/** What this package adds to the command line; each word is loaded when it runs. */
export const fleetEngine: FleetEngine = {
  words: {
    enqueue: async (...all) => (await import("./words/enqueue.ts")).enqueueWord(...all),
    worker: async (...all) => (await import("./words/worker.ts")).workerWord(...all),
    schedule: async (...all) => (await import("./words/schedule.ts")).scheduleWord(...all),
    status: async (...all) => (await import("./words/status.ts")).statusWord(...all),
    query: async (...all) => (await import("./words/query.ts")).queryWord(...all),
    metrics: async (...all) => (await import("./words/metrics.ts")).metricsWord(...all),
  },
  prune: async (...all) => (await import("./words/prune.ts")).pruneInDatabase(...all),
  forget: async (...all) => (await import("./words/forget.ts")).forgetInDatabase(...all),
};
