import type { Emulator } from "../../src/emulator/index.ts";
import { placesOf, run } from "./run.ts";

/** What a run is given that has to find out which account to read. */
export interface Given {
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}

/** A choice that has to be refused before anything is sent; `says` is the whole of standard error after `error: `. */
export interface Refused extends Given {
  readonly says: string;
}

/** Discovers one kind of the emulator's. */
export function discoverKind(emulator: Emulator, kind: string, { args = [], environment = {}, files }: Given) {
  const provider = kind.slice(0, kind.indexOf("."));
  return run(["discover", "--provider", provider, "--format", "ndjson", "--kinds", kind, ...args], {
    environment: { ...environment, ...placesOf(emulator) },
    files,
  });
}

/** The warnings that a run wrote. */
export function warningsOf(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^warning: (.*)$/gm)].map(([, text = ""]) => text);
}
