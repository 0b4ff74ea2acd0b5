import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A pipe into which nothing more fits, and that nobody reads. */
export function fullPipe(): { readonly descriptor: number } {
  const folder = mkdtempSync(join(tmpdir(), "full-pipe-"));
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  });
  for (const size of [4096, 1]) while (fits(descriptor, size));
  return { descriptor };
}

function fits(descriptor: number, size: number): boolean {
  try {
    writeSync(descriptor, Buffer.alloc(size, "x"));
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EAGAIN") return false;
    throw thrown;
  }
}
