import { isRecord } from "../../../../http/answer.ts";
import { fieldAt } from "../../../../listing/field.ts";
import { type Facts, type Join, textOf } from "../../../../listing/kind.ts";
import { volumeKind } from "../block/index.ts";

/**
 * Names and sizes of the block volumes of an instance: its `sbs_volume` entries hold only an id (recorded answers of
 * scaleway/scaleway-cli), and Block Storage tells the rest.
 */
export const blockVolumes: Join = {
  kind: volumeKind,
  keyOf: (item) => textOf(fieldAt(item, "id")),
  keep: (item) => ({ name: fieldAt(item, "name"), size: fieldAt(item, "size") }),
  needs: (server) => Object.values(volumesOf(server)).some(isBlockVolume),
  complete: withVolumeFacts,
  warning: "block volumes of instances are reported without name and size: Block Storage could not be read",
};

function volumesOf(server: unknown): Readonly<Record<string, unknown>> {
  const volumes = isRecord(server) ? server["volumes"] : undefined;
  return isRecord(volumes) ? volumes : {};
}

function isBlockVolume(entry: unknown): entry is Readonly<Record<string, unknown>> & { readonly id: string } {
  return isRecord(entry) && entry["volume_type"] === "sbs_volume" && typeof entry["id"] === "string";
}

function withVolumeFacts(server: unknown, facts: Facts): unknown {
  if (!isRecord(server)) return server;
  const volumes = Object.entries(volumesOf(server)).map(([key, entry]) => [
    key,
    isBlockVolume(entry) ? { ...entry, ...facts.get(entry.id) } : entry,
  ]);
  return { ...server, volumes: Object.fromEntries(volumes) };
}
