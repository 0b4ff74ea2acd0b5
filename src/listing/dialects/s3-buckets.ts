import { InventoryError } from "../../inventory/errors.ts";
import type { Dialect, Reading } from "./dialect.ts";

/**
 * S3's ListBuckets, of a project in a region: one document in XML, signed for. The provider reads it, and checks whose it is.
 *
 * @param path where S3 lives, for the documentation.
 */
export function s3Buckets(path = "/"): Dialect {
  const readAll = async ({ values, reader }: Reading): Promise<readonly unknown[]> => {
    if (reader.readBuckets === undefined) {
      throw new InventoryError("INTERNAL", "buckets cannot be listed here; this is a defect of the plugin");
    }
    return reader.readBuckets(values["project"] ?? "", values["locality"] ?? "");
  };
  return {
    query: {},
    calls: [{ path, of: "list" }],
    cost: {},
    idField: "Name",
    proof: "one document",
    async *read(reading) {
      yield { number: 1, items: await readAll(reading) };
    },
    probe: async (reading) => (await readAll(reading)).slice(0, 1),
  };
}
