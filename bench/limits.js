import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { check } from "./report.js";

/** What is read under limits; in a process of its own, whose clock is virtual. */
export async function measureLimits() {
  const program = fileURLToPath(new URL("limits/table.js", import.meta.url));
  const [status] = await once(spawn(process.execPath, [program], { stdio: "inherit" }), "exit");
  check(status === 0, "every bound of the limits");
}
