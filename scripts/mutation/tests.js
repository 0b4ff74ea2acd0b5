import { spawn } from "node:child_process";
import { join } from "node:path";

// Far more than the tests of any rule take: what is still running then waits for something that never comes.
const hangMs = 180_000;

/** The copy's own: no program is bundled, since no test of a rule starts one. */
export const vitestConfig = `export default { test: {
  include: ["test/**/*.test.ts"], testTimeout: 120_000, maxWorkers: 2, isolate: false, restoreMocks: true,
} };
`;

/** Runs some test files up to the first failure: `passed`, `failed`, or `hung`. */
export function runTests(folder, files) {
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const options = { cwd: folder, stdio: "ignore", detached: true };
  const child = spawn(process.execPath, [vitest, "run", "--bail", "1", ...files], options);
  const stop = () => {
    try {
      // Its workers with it.
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", stop);
  return new Promise((resolve, reject) => {
    let hasHung = false;
    const timer = setTimeout(() => {
      hasHung = true;
      stop();
    }, hangMs);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("exit", stop);
      resolve(hasHung ? "hung" : code === 0 ? "passed" : "failed");
    });
  });
}
