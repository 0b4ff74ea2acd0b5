import { spawnSync } from "node:child_process";

/** Programs that look at what is deployed, where they are installed. */
export const tools = {
  promtool: isThere("promtool", "--version"),
  kubectl: isThere("kubectl", "version", "--client"),
  "systemd-analyze": isThere("systemd-analyze", "--version"),
  hadolint: isThere("hadolint", "--version"),
} as const;

function isThere(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
