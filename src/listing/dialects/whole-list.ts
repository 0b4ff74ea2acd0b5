import { expandPath, expandQuery } from "../../http/path.ts";
import { listOf } from "../paging/list-of.ts";
import type { Query } from "../reader.ts";
import type { Dialect } from "./dialect.ts";

export interface WholeList {
  readonly path: string;
  readonly query?: Query;
  /** The key of the answer that holds the items; absent where the answer itself is the list. */
  readonly listKey?: string;
  /** Default: `id`. */
  readonly idField?: string;
  /** The list holds plain values: each becomes an item that has nothing but the value, under `idField`. */
  readonly isPlain?: boolean;
}

/** One answer that holds every item. */
export function wholeList({ path, query = {}, listKey, idField = "id", isPlain = false }: WholeList): Dialect {
  const readAll: Dialect["probe"] = async ({ values, reader }) => {
    const asked = expandPath(path, values);
    const entries = listOf(await reader.read(asked, expandQuery(query, values)), listKey, `GET ${asked}`);
    return isPlain ? entries.map((value) => ({ [idField]: value })) : entries;
  };
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: {},
    idField,
    listKey,
    proof: "one document",
    async *read(reading) {
      yield { number: 1, items: await readAll(reading) };
    },
    probe: async (reading) => (await readAll(reading)).slice(0, 1),
  };
}
