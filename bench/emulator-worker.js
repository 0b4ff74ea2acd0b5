// The emulator on a thread of its own, so that answering does not take time away from the program that is measured.
import { parentPort, workerData } from "node:worker_threads";
import { startEmulator } from "../dist/emulator/index.js";

const emulator = await startEmulator(workerData);
parentPort.postMessage({ environment: emulator.environment, projects: emulator.projects });
parentPort.on("message", async (message) => {
  if (message === "statistics") {
    const { requests, inFlightMaximum } = emulator.statistics;
    parentPort.postMessage({ requests, inFlightMaximum });
    emulator.resetStatistics();
  } else {
    await emulator.close();
    parentPort.close();
  }
});
