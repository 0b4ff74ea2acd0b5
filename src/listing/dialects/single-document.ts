import { isRecord } from "../../http/answer.ts";
import { expandPath, expandQuery } from "../../http/path.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { otherItem } from "../errors.ts";
import { fieldAt } from "../field.ts";
import { expired, type Query } from "../reader.ts";
import type { Dialect, Reading } from "./dialect.ts";

export interface SingleDocument {
  readonly path: string;
  readonly query?: Query;
  readonly idField?: string;
  /** The place in the path whose value the document has to repeat under `idField`. */
  readonly repeats?: string;
  /** 404 means that there is none; else it is an error. */
  readonly mayBeAbsent?: boolean;
  /** The document says by this field whether there is anything: `false` means that there is nothing. */
  readonly onlyWhere?: string;
  /** Or by a word in a field, such as `disabled` in `status`. */
  readonly absentWhere?: { readonly field: string; readonly is: string };
}

/** One object, of a project or of what it is below. */
export function singleDocument(options: SingleDocument): Dialect {
  const { path, query = {}, idField = "id", repeats, mayBeAbsent = false, onlyWhere, absentWhere } = options;
  const readOne = async ({ values, reader }: Reading): Promise<readonly unknown[]> => {
    const asked = expandPath(path, values);
    const parameters = expandQuery(query, values);
    const item = await (mayBeAbsent ? reader.readDetail(asked, parameters) : reader.read(asked, parameters));
    if (item === undefined) return [];
    // What it belongs to has expired, and says nothing of it any more.
    if (item === expired) throw new InventoryError("UNAVAILABLE", `GET ${asked}: the service has expired`);
    if (onlyWhere !== undefined && fieldAt(item, onlyWhere) === false) return [];
    if (absentWhere !== undefined && fieldAt(item, absentWhere.field) === absentWhere.is) return [];
    if (repeats !== undefined && isRecord(item) && idField in item && item[idField] !== values[repeats])
      throw otherItem();
    return [item];
  };
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: {},
    idField,
    proof: mayBeAbsent ? "one document, or none (404)" : "one document",
    async *read(reading) {
      yield { number: 1, items: await readOne(reading) };
    },
    probe: readOne,
  };
}
