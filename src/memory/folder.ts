import { access, constants, mkdir, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { systemCode } from "../inventory/errors.ts";

/** Where memories are kept. */
export interface MemoryFolder {
  readonly path: string;
  /** Whether this run made it: in a container that is thrown away, the next run finds nothing. */
  readonly isNew: boolean;
}

/** Why there is no folder, as a sentence. */
export interface NoFolder {
  readonly reason: string;
  /** There is none because nobody wants one; else what was remembered may lie in a folder that is missing today. */
  readonly isChosen: boolean;
}

/**
 * The folder of the memories: the operator's, or the user's state folder (XDG Base Directory Specification). The operator's is
 * never made: it may be a volume that is not mounted today, and an empty folder in its place would say that nothing was ever
 * granted. Ours is made where it is missing, for its owner alone.
 *
 * @param chosen the operator's folder; `false` where there shall be no memory; undefined where nothing was said.
 */
export async function memoryFolder(
  chosen: string | false | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<MemoryFolder | NoFolder> {
  if (chosen === false) return { reason: "it is turned off", isChosen: true };
  if (chosen !== undefined) return { path: chosen, isNew: false };
  const path = defaultFolder(environment);
  if (path === undefined) return { reason: "neither XDG_STATE_HOME nor HOME names a folder for it", isChosen: true };
  try {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    return { path, isNew: made !== undefined };
  } catch (thrown) {
    return { reason: `${path} cannot be made (${systemCode(thrown)})`, isChosen: false };
  }
}

/** @returns why a folder cannot be used, such as one that is not mounted; undefined where it can. */
export async function whyUnusable(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return "is no folder";
    await access(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (thrown) {
    const code = systemCode(thrown);
    return code === "ENOENT" ? "is not there; make it, or mount it again" : `cannot be written (${code})`;
  }
}

function defaultFolder({ XDG_STATE_HOME: state, HOME: home }: NodeJS.ProcessEnv): string | undefined {
  // The specification has relative paths ignored.
  if (state !== undefined && isAbsolute(state)) return join(state, "cloud-inventory");
  return home !== undefined && isAbsolute(home) ? join(home, ".local", "state", "cloud-inventory") : undefined;
}
