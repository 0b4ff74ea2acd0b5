import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Answer } from "../../http/answer.ts";
import type { Observer, Unanswered } from "../../http/observer.ts";
import type { OutgoingRequest } from "../../http/request.ts";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import {
  aboutFile,
  fileEnd,
  fileEntry,
  fileName,
  fileStart,
  mostAnswers,
  type RecordedInventory,
} from "../../recording/recording-file.ts";
import { createScrubber } from "../../recording/scrub-answer.ts";
import { createStandIns, type StandIns } from "../../recording/stand-ins.ts";
import { newTally, type Tally } from "../../recording/tally.ts";
import { readPackageFacts } from "../package-facts.ts";
import type { Inventory } from "./open-inventories.ts";

/** The answers of one run, scrubbed and written down while it reads. */
export interface Recording {
  /** Looks on for one inventory, in the order in which they are opened. */
  readonly observerOf: (provider: string) => Observer;
  /**
   * Gives the recording its name. Nothing of a recording that could not be written whole is left.
   *
   * @returns what to tell of it.
   * @throws InventoryError INTERNAL
   */
  finish(inventories: readonly Inventory[]): Promise<string>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** The file of one route. */
interface RouteFile {
  readonly path: string;
  readonly tally: Tally;
  answers: number;
}

/**
 * Makes a place for a recording beside the one that it will have, so that one that cannot be written is found out before anything is
 * asked. Folders and files are for their owner alone.
 *
 * @param path a folder that is not there yet, or is empty.
 * @throws InventoryError INVALID_CONFIG
 */
export async function openRecording(path: string, command: string): Promise<Recording> {
  const place = resolve(path);
  await checkPlace(path, place);
  const part = await mkdtemp(join(dirname(place), `.${basename(place)}.`)).catch((thrown: unknown) => {
    throw refused(`${path} cannot be written (${systemCode(thrown)})`, thrown);
  });
  const standIns = createStandIns(randomBytes(32));
  const scrub = createScrubber(standIns);
  const folders: string[] = [];
  const files = new Map<string, RouteFile>();
  let failure: unknown;

  const write = (folder: string, provider: string, request: OutgoingRequest, answer: Answer | Unanswered): void => {
    const tally = newTally();
    const recorded = scrub(request, answer, tally);
    const name = join(folder, fileName(recorded));
    const file = files.get(name) ?? { path: join(part, name), tally: newTally(), answers: 0 };
    if (!files.has(name)) {
      mkdirSync(dirname(file.path), { recursive: true, mode: 0o700 });
      writeFileSync(file.path, fileStart(provider, recorded), { flag: "wx", mode: 0o600 });
      files.set(name, file);
    }
    file.answers += 1;
    if (file.answers > mostAnswers) return;
    for (const count of ["values", "keys", "secrets", "items"] as const) file.tally[count] += tally[count];
    appendFileSync(file.path, fileEntry(recorded.response, file.answers === 1));
  };

  const abandon = (): Promise<void> => rm(part, { recursive: true, force: true });
  return {
    observerOf(provider) {
      const same = folders.filter((folder) => folder.replace(/\.\d+$/, "") === provider).length;
      const folder = same === 0 ? provider : `${provider}.${same + 1}`;
      folders.push(folder);
      const record = (request: OutgoingRequest, answer: Answer | Unanswered): void => {
        if (failure !== undefined) return;
        try {
          write(folder, provider, request, answer);
        } catch (thrown) {
          failure = thrown;
        }
      };
      return { answered: record, unanswered: record };
    },
    abandon,
    async finish(inventories) {
      try {
        if (failure !== undefined) throw failure;
        for (const { path: file, answers, tally } of files.values()) appendFileSync(file, fileEnd(answers, tally));
        const told = inventories.map((inventory, index) =>
          recordedInventory(inventory, folders[index] ?? "", standIns),
        );
        const about = aboutFile(command, readPackageFacts().version, told);
        writeFileSync(join(part, "about.json"), about, { flag: "wx", mode: 0o600 });
        await rename(part, place);
      } catch (thrown) {
        await abandon().catch(() => {});
        const message = `--record: ${path} could not be written (${systemCode(thrown)}); the inventory is as it would be without it`;
        throw new InventoryError("INTERNAL", message, { cause: thrown });
      }
      const answers = [...files.values()].reduce((sum, file) => sum + file.answers, 0);
      return `note: ${path} holds the answers to ${answers} requests of ${files.size} routes, scrubbed; read it before you send it`;
    },
  };
}

function recordedInventory(inventory: Inventory, folder: string, { of }: StandIns): RecordedInventory {
  const { provider, grantPlace, kinds } = inventory;
  const { projects, organization } = grantPlace;
  return {
    folder,
    provider: provider.id,
    credential: provider.describe().split(" ")[0] ?? "",
    projects: projects.map(of),
    ...(organization === undefined ? {} : { organization: of(organization) }),
    kinds: kinds.map(({ id }) => id),
  };
}

async function checkPlace(path: string, place: string): Promise<void> {
  const found = await readdir(place).catch((thrown: unknown) => {
    if (systemCode(thrown) === "ENOENT") return [];
    throw refused(
      `${path} is there and ${systemCode(thrown) === "ENOTDIR" ? "is no folder" : `cannot be read (${systemCode(thrown)})`}`,
      thrown,
    );
  });
  if (found.length > 0) throw refused(`${path} is there and is not empty; name a folder that is not there yet`);
}

function refused(message: string, cause?: unknown): InventoryError {
  return new InventoryError("INVALID_CONFIG", `--record: ${message}`, { cause });
}
