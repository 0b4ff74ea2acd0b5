import { counted } from "cloud-inventory-plugin/fleet";
import { type InventoryJobData, keyOf, turnAtAccount } from "../jobs/inventory-job.ts";
import type { WorkerNews } from "../work/worker.ts";
import type { Log } from "./json-log.ts";
import type { WorkerCounters } from "./worker-counters.ts";

/** Tells what a worker does to its log, and counts it. */
export function worksNews(log: Log, counters: WorkerCounters): Omit<WorkerNews, "moved"> {
  const running = new Set<string>();
  const idOf = ({ customer, name }: InventoryJobData): string => keyOf(customer, name);
  return {
    started(job) {
      running.add(idOf(job));
      counters.began();
    },
    settled(job, settlement, isLast) {
      const { customer, name, night } = job;
      const { runId } = settlement;
      const told = log.of({ customer, name, night, ...(runId === undefined ? {} : { runId }) });
      // Some are told of that another worker had begun.
      const isOwn = running.delete(idOf(job));
      if (settlement.type === "back") {
        const { why, wait, isTrouble = false } = settlement;
        if (wait?.account !== undefined && wait.waitsFor === turnAtAccount(wait.account)) counters.waited();
        if (isOwn) counters.ended("given-back");
        return told[isTrouble ? "warning" : "info"](`back to the queue: ${why}`);
      }
      const { type, result } = settlement;
      const state = result?.state ?? (type === "ended" ? "complete" : "failed");
      const isTriedAgain = type === "failed" && !isLast;
      if (isOwn) counters.ended(isTriedAgain ? "retry" : state, result?.run);
      if (type === "ended") return told.info(result === undefined ? "had ended before" : state);
      const at = type === "failed" && isLast ? " at its last attempt" : "";
      told.warning(`${state}${at}, ${isTriedAgain ? "" : "not "}to be tried again: ${settlement.reason}`);
    },
    unsettled(job, reason) {
      const { customer, name, night } = job;
      if (running.delete(idOf(job))) counters.ended("retry");
      log.of({ customer, name, night }).warning(`is not settled: ${reason}`);
    },
    night: (at, asked) =>
      log.of({ night: at.toISOString() }).info(`the night has come: ${counted(asked, "inventory", "inventories")}`),
    trouble: (message) => log.warning(message),
  };
}
