// Many emulated accounts on a thread of their own, so that answering does not take time away from the program that is measured.
import { parentPort, workerData } from "node:worker_threads";
import { startEmulators } from "../dist/emulator/index.js";

const { count, ...ofAll } = workerData;
const emulators = await startEmulators(
  Array.from({ length: count }, () => ({})),
  ofAll,
);
const credentials = emulators.accounts.map((account) => account.credentials);
parentPort.postMessage({ environment: emulators.environment, credentials });
parentPort.once("message", async () => {
  await emulators.close();
  parentPort.close();
});
