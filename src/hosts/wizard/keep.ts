import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { pinOf } from "../cli/pin.ts";
import { privateFile } from "../cli/private-file.ts";
import type { KeepAnswer, KeepRequest } from "./api.ts";
import { keptText } from "./kept-text.ts";
import type { Session } from "./session.ts";
import { untoldKeys } from "./untold-keys.ts";
import type { Values } from "./values.ts";

type Pinned = Pick<KeepAnswer, "pinned" | "leftOut">;

/**
 * Writes what was entered to a file for its owner alone, or shows what would be written, without its secrets.
 *
 * @throws InventoryError INVALID_CONFIG for a config that would not open, a place that cannot be written, or kinds that cannot be pinned.
 */
export async function keep(
  { form, path, replace = false, pin = false }: KeepRequest,
  session: Session,
): Promise<KeepAnswer> {
  await session.open();
  const definition = session.definition();
  const pinned = pin ? pinnedKinds(session) : undefined;
  const values: Values = {
    ...session.values,
    ...(pinned === undefined ? {} : { kinds: pinned.pinned.join(",") }),
  };
  const untold = untoldKeys(session);
  const hidden = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, untold.has(key) ? `<${key}>` : value]),
  );
  const told = { text: keptText(form, hidden, definition), ...pinned };
  if (path === undefined) return told;
  const place = await placeWithin(session.folder, path);
  const file = await privateFile(place, replace, {
    option: "path",
    whenThere: "choose another name, or say that it may be replaced",
  });
  try {
    await file.fill(keptText(form, values, definition));
  } finally {
    await file.abandon();
  }
  session.kept.push(place);
  return { ...told, path: place, next: nextCommand(form, place, definition.id) };
}

function nextCommand(form: KeepRequest["form"], path: string, inventory: string): string {
  const quoted = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  if (form === "environment") return `. ${quoted} && cloud-inventory discover --provider ${inventory}`;
  return form === "config" ? `cloud-inventory discover --config ${quoted}` : `less ${quoted}`;
}

/** The kinds that may be named: those that are chosen, and that the last preflight found granted. */
function pinnedKinds(session: Session): Required<Pinned> {
  const { report } = session;
  if (report === undefined) {
    throw new InventoryError("INVALID_CONFIG", "kinds are named by what a preflight found: check the credential first");
  }
  const named = session.kinds();
  const chosen = selectKinds(session.definition().kinds, named.length > 0 ? named : report.kinds).map(({ id }) => id);
  const { kinds, leftOut, open } = pinOf({ ...report, kinds: chosen });
  if (open.length > 0) {
    throw new InventoryError("INVALID_CONFIG", `nothing is pinned: ${open.join("; ")}`, {
      advice: { check: "rights.granted", remediation: "check the chosen kinds first, or keep it without naming them" },
    });
  }
  return { pinned: kinds, leftOut };
}

/** A page can be told to do anything: it writes in the folder in which the wizard was started, and below, and nowhere else. */
async function placeWithin(folder: string, path: string): Promise<string> {
  const place = resolve(folder, path);
  if (!isBelow(folder, place)) throw outside(folder);
  const parent = await realpath(dirname(place)).catch((thrown: unknown) => {
    throw new InventoryError("INVALID_CONFIG", `path: the folder of ${path} cannot be written (${systemCode(thrown)})`);
  });
  const home = await realpath(folder);
  if (parent !== home && !isBelow(home, parent)) throw outside(folder);
  return join(parent, basename(place));
}

function isBelow(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(folder: string): InventoryError {
  return new InventoryError(
    "INVALID_CONFIG",
    `path must name a file in ${folder}, where the wizard was started, or below`,
  );
}
