import { InventoryError } from "../../inventory/errors.ts";
import type { Page } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import type { Scope } from "../../inventory/scope.ts";
import { isRecord } from "../answer.ts";
import { expandPath, expandQuery } from "../path.ts";
import { idsThenDetail, otherItem } from "./ids-then-detail.ts";
import { listOf } from "./list-of.ts";
import { numberedPages } from "./numbered-pages.ts";
import { pageReader, pageSize } from "./page-reader.ts";
import type { Window } from "./shared-window.ts";

export interface PageDocument {
  readonly document: unknown;
  readonly hasNext: boolean;
}

/** What a provider's client offers to the list engine. */
export interface DocumentReader {
  read(path: string, query: Readonly<Record<string, string>>): Promise<unknown>;
  /** A document that is one page of a list, with what its headers say of the next. */
  readPage(path: string, query: Readonly<Record<string, string>>): Promise<PageDocument>;
  /** The detail of an item that a list named; undefined where it has gone. */
  readDetail(path: string, query: Readonly<Record<string, string>>): Promise<unknown>;
}

export interface ReadListOptions {
  readonly reader: DocumentReader;
  /** Requests asked for ahead of the consumer; the door bounds how many are really in flight. */
  readonly window: Window;
}

/** The one list engine: reads what a row describes, in the row's paging dialect. */
export async function* readList(
  kind: ResourceKind,
  scope: Scope,
  { reader, window }: ReadListOptions,
): AsyncGenerator<Page, void, void> {
  const { dialect } = kind;
  const place = { project: scope.project, locality: scope.locality };
  const path = expandPath(kind.path, place);
  const parameters = expandQuery(kind.query ?? {}, place);
  const label = `GET ${path}`;
  switch (dialect.type) {
    case "whole-list":
      yield { number: 1, items: listOf(await reader.read(path, parameters), undefined, label) };
      return;
    case "single-document": {
      const item = await reader.read(path, parameters);
      if (isRecord(item) && dialect.idKey in item && item[dialect.idKey] !== scope.project) throw otherItem();
      yield { number: 1, items: [item] };
      return;
    }
    case "ids-then-detail": {
      const entries = listOf(await reader.read(path, parameters), undefined, label);
      const readDetail = (id: string): Promise<unknown> =>
        reader.readDetail(expandPath(dialect.detailPath, { ...place, id }), dialect.detailQuery ?? {});
      yield* idsThenDetail({ entries, idKey: dialect.idKey, window, readDetail });
      return;
    }
    case "numbered-pages": {
      const readPage = pageReader(reader, path, { ...dialect, query: parameters });
      yield* numberedPages({ label, pageSize, window, readPage });
      return;
    }
    case "s3-xml":
      throw new InventoryError("INTERNAL", `${kind.id} is listed in XML, which its provider reads`);
    default:
      dialect satisfies never;
  }
}
