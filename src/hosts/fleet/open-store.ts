import { readOperatorSettings } from "../../config/operator-settings.ts";
import { mebibyte } from "../../http/read-body.ts";
import { usage } from "../cli/arguments.ts";
import type { Terminal } from "../cli/terminal.ts";
import { folderStore } from "./folder-store.ts";
import type { SnapshotStore } from "./snapshot-store.ts";

/**
 * Opens the place of a fleet's snapshots.
 *
 * @param place a folder, or `s3://BUCKET/PREFIX`.
 * @param options whether a folder that is not there is made.
 * @throws InventoryError INVALID_CONFIG where it cannot be used.
 */
export async function openStore(
  place: string,
  { environment, signal }: Pick<Terminal, "environment" | "signal">,
  options: { readonly makesFolder: boolean },
): Promise<SnapshotStore> {
  const [, scheme] = /^([a-z0-9+.-]+):\/\//i.exec(place) ?? [];
  if (scheme === undefined) return folderStore(place, options);
  if (scheme !== "s3") throw usage(`--snapshots: ${place} is neither a folder nor s3://…`);
  const { proxyOf, maxBodyMebibytes } = readOperatorSettings(environment);
  // Loaded here alone: most fleets keep their snapshots in a folder.
  const [{ s3Store }, { readS3Settings }] = await Promise.all([
    import("./s3-store.ts"),
    import("../../object-storage/settings.ts"),
  ]);
  const limits = maxBodyMebibytes === undefined ? {} : { maxBodyBytes: maxBodyMebibytes * mebibyte };
  return s3Store(place, { settings: readS3Settings(environment), proxyOf, limits }, signal);
}
