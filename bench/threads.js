import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * Starts a cloud on a thread of its own, so that answering does not take time away from the program that is measured.
 *
 * @param file `emulator-worker.js`, `large-account-worker.js` or `many-accounts-worker.js`.
 */
export async function startCloud(file, options) {
  const worker = new Worker(new URL(file, import.meta.url), { workerData: options });
  const [{ environment, projects, credentials }] = await once(worker, "message");
  return {
    environment,
    projects,
    credentials,
    /** Counts since the last time they were taken. */
    async takeStatistics() {
      worker.postMessage("statistics");
      const [statistics] = await once(worker, "message");
      return statistics;
    },
    async close() {
      worker.postMessage("end");
      await once(worker, "exit");
    },
  };
}

/** The cloud's credentials as the config of an inventory, without a limit on requests. */
export function configOf(inventory, environment, maxInFlight) {
  const limits = { max_in_flight: String(maxInFlight), max_requests_per_minute: "0" };
  if (inventory === "ovh") {
    return {
      endpoint: environment.OVH_ENDPOINT,
      application_key: environment.OVH_APPLICATION_KEY,
      application_secret: environment.OVH_APPLICATION_SECRET,
      consumer_key: environment.OVH_CONSUMER_KEY,
      ...limits,
    };
  }
  return {
    scw_project_id: environment.SCW_DEFAULT_PROJECT_ID,
    scw_access_key: environment.SCW_ACCESS_KEY,
    scw_secret_key: environment.SCW_SECRET_KEY,
    ...limits,
  };
}
