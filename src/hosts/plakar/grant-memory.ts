import { createHash, randomUUID } from "node:crypto";
import { access, constants, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { systemCode } from "../../inventory/errors.ts";
import type { Provider } from "../../inventory/provider.ts";
import type { Examiner } from "../../preflight/examiner.ts";
import type { Grants } from "./grants.ts";

/** Remembers the grants of one account from run to run. A memory that is unusable is told, and never ends a run. */
export interface GrantMemory {
  /** Undefined where the memory cannot be used: what was granted before is then not known, which is not the same as nothing. */
  recall(): Promise<Grants | undefined>;
  /** The last writer wins, and nobody ever reads half a file. */
  keep(grants: Grants): Promise<void>;
}

/** Where there is no state folder. */
export const noMemory: GrantMemory = { recall: async () => ({}), keep: async () => {} };
/** Where nothing names the account. */
const lostMemory: GrantMemory = { recall: async () => undefined, keep: async () => {} };

const Remembered = z.strictObject({
  version: z.literal(1),
  inventory: z.string(),
  grants: z.record(z.string(), z.array(z.string())),
});

export interface GrantMemoryOptions {
  readonly folder: string;
  readonly provider: Pick<Provider & Examiner, "id" | "accountOf">;
  readonly signal: AbortSignal;
  /** How long the account may be asked for: the list must not wait for it. */
  readonly timeoutMs: number;
  /** Is told why the memory cannot be used. */
  readonly tell: (reason: string) => void;
}

/**
 * Opens the memory of the account that a credential belongs to: a file of its own, named by a digest, since who the customers
 * are is not to be read off a folder.
 */
export async function openGrantMemory(options: GrantMemoryOptions): Promise<GrantMemory> {
  const { folder, provider, signal, timeoutMs, tell } = options;
  const context = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    traffic: { requests: 0, refused: 0 },
  };
  const account = await provider.accountOf(context).catch(() => undefined);
  if (account !== undefined) return memoryIn(folder, provider.id, account, tell);
  if (!signal.aborted) tell("nothing names the account of the credential: what was granted before is not known");
  return lostMemory;
}

function memoryIn(folder: string, inventory: string, account: string, tell: GrantMemoryOptions["tell"]): GrantMemory {
  const digest = createHash("sha256").update(`${inventory}\n${account}`).digest("hex");
  const path = join(folder, `${digest}.json`);
  return {
    async recall() {
      try {
        const { success, data } = Remembered.safeParse(parsed(await readFile(path, "utf8")));
        if (success && data.inventory === inventory) return data.grants;
        tell(
          `${digest}.json in the state folder does not hold what was written there: what was granted before is not known; remove the file to begin anew`,
        );
      } catch (thrown) {
        if (systemCode(thrown) === "ENOENT") return firstGrants(folder, tell);
        tell(unusable("read", thrown));
      }
      return undefined;
    },
    async keep(grants) {
      const temporary = `${path}.${randomUUID()}.part`;
      try {
        const text = `${JSON.stringify({ version: 1, inventory, grants })}\n`;
        await writeFile(temporary, text, { mode: 0o600, flag: "wx", flush: true });
        await rename(temporary, path);
      } catch (thrown) {
        await rm(temporary, { force: true }).catch(() => {});
        tell(unusable("written", thrown));
      }
    },
  };
}

/**
 * The first run of an account finds nothing. A folder that is not there, or that takes nothing up, is no first run: it may be
 * a volume that is not mounted today, with all that was granted in it.
 */
async function firstGrants(folder: string, tell: GrantMemoryOptions["tell"]): Promise<Grants | undefined> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return {};
  } catch (thrown) {
    tell(unusable("written", thrown));
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(verb: "read" | "written", thrown: unknown): string {
  const code = systemCode(thrown);
  const what = code === "ENOENT" ? "is not there; make it, or mount it again" : `cannot be ${verb} (${code})`;
  return `the state folder ${what}: what was granted before is not known`;
}
