// A control plane written for Node: reads the manifest, checks a config, and mirrors what an inventory holds.
// usage: node examples/node-host.js INVENTORY CONFIG_FILE
import { readFileSync } from "node:fs";
import { manifest, openInventory, validateConfig } from "cloud-inventory-plugin";

const [inventory, file] = process.argv.slice(2);
console.log(`inventories: ${manifest.inventories.map(({ id }) => id).join(", ")}`);
const config = JSON.parse(readFileSync(file, "utf8"));
const { valid, problems } = await validateConfig(inventory, config);
if (!valid) {
  for (const { key, problem, remediation } of problems) console.error(key ?? "config", problem, "-", remediation);
  process.exit(2);
}

const open = await openInventory(inventory, config);
const found = new Set();
for await (const event of open.discover({ deadlineMs: 600_000 })) {
  if (event.type === "resource") found.add(event.resource.urn);
  // What is not in `found` may be forgotten only in scopes that were completed.
  if (event.type === "scope" && event.outcome !== "completed" && event.outcome !== "not-offered") {
    console.log(`keep what is known of ${event.kind} in ${event.scope}: ${event.reason}`);
  }
  if (event.type === "finished")
    console.log(`${found.size} resources, ${event.complete ? "complete" : "not complete"}`);
}
open.close();
