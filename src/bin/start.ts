/** `npm start`: the main job on the embedded emulator. It looks for no credentials and reaches nothing but loopback. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../emulator/index.ts";
import { main } from "../hosts/cli/main.ts";
import { runAsProcess } from "../hosts/cli/process.ts";
import { writeSampleReport } from "../hosts/cli/sample-report.ts";

// Enough latency for the progress line to be seen.
const emulator = await startEmulator({ latencyMs: 20 });
await runAsProcess(async (terminal) => {
  terminal.stderr.write(
    `This is the embedded emulator of OVHcloud, its Data Platform and Scaleway (${emulator.url}), not a real account.\n\n`,
  );
  // Made-up resources are not worth remembering.
  const environment = { ...emulator.environment, CLOUD_INVENTORY_STATE_DIR: "off" };
  const args = process.argv.slice(2);
  // Who names a place for snapshots wants them there.
  const isReported = !args.some((word) => word.startsWith("--snapshot"));
  const folder = isReported ? await mkdtemp(join(tmpdir(), "cloud-inventory-sample-")) : undefined;
  const place = folder === undefined ? [] : ["--snapshot", folder];
  const code = await main(["discover", ...place, ...args], { ...terminal, environment });
  terminal.stderr.write(
    "\nThese resources are made up. For a real account: set OVH_ENDPOINT, OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and\n" +
      "OVH_CONSUMER_KEY, or SCW_ACCESS_KEY, SCW_SECRET_KEY and SCW_DEFAULT_PROJECT_ID, then run\n" +
      "  node dist/bin/cloud-inventory.js discover\n",
  );
  if (folder === undefined) return code;
  const report = await writeSampleReport(folder, { ...terminal, environment });
  if (report === undefined) await rm(folder, { recursive: true });
  else
    terminal.stderr.write(
      `\nA report of them, to open in a browser; what it says a backup tool protects is made up too:\n${report}\n`,
    );
  return code;
});
await emulator.close();
