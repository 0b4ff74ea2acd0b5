/** `npm start`: the main job on the embedded emulator. It looks for no credentials and reaches nothing but loopback. */
import { startEmulator } from "../emulator/index.ts";
import { main } from "../hosts/cli/main.ts";
import { runAsProcess } from "../hosts/cli/process.ts";

// Enough latency for the progress line to be seen.
const emulator = await startEmulator({ latencyMs: 20 });
await runAsProcess(async (terminal) => {
  terminal.stderr.write(
    `This is the embedded emulator of OVHcloud, its Data Platform and Scaleway (${emulator.url}), not a real account.\n\n`,
  );
  // Made-up resources are not worth remembering.
  const environment = { ...emulator.environment, CLOUD_INVENTORY_STATE_DIR: "off" };
  const code = await main(["discover", ...process.argv.slice(2)], { ...terminal, environment });
  terminal.stderr.write(
    "\nThese resources are made up. For a real account: set OVH_ENDPOINT, OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and\n" +
      "OVH_CONSUMER_KEY, or SCW_ACCESS_KEY, SCW_SECRET_KEY and SCW_DEFAULT_PROJECT_ID, then run\n" +
      "  node dist/bin/cloud-inventory.js discover\n",
  );
  return code;
});
await emulator.close();
