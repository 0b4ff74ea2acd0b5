import { type Answer, type EmulatedRequest, type FaultAt, headerOf, Refusal } from "../answer.ts";
import { decoded } from "../template.ts";
import { ovhAnswer } from "./refusals.ts";

/**
 * How batches are answered (`GET /vps/{id1},{id2}` with `X-Ovh-Batch: ,`): as the real API is known to, or `unknown`, as by a host
 * that never heard of them and takes the ids for one; the others are forms that a client must not fall for.
 */
export const batchManners = [
  "served",
  "unknown",
  "short",
  "empty",
  "duplicated",
  "swapped",
  "error-beside-value",
  "bare",
  "html",
] as const;
export type BatchManner = (typeof batchManners)[number];

interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly error: unknown;
}

/** One of the items that a batch asks for. */
interface Item {
  readonly id: string;
  readonly path: string;
  /** What a fault answers in its place. */
  readonly fault: Answer | undefined;
}

/** The items that a batch asks for; undefined for any other request. Only the last place of a path may hold several. */
export function batchedItems(request: EmulatedRequest, path: string, faultAt: FaultAt): readonly Item[] | undefined {
  const separator = headerOf(request, "x-ovh-batch");
  if (request.method !== "GET" || !separator || path.startsWith("/v2/")) return undefined;
  const startOf = (whole: string): string => whole.slice(0, whole.lastIndexOf("/") + 1);
  const start = startOf(path);
  const query = request.target.slice(request.path.length);
  return path
    .slice(start.length)
    .split(separator)
    .map((id) => ({
      id: decoded(id),
      path: start + id,
      fault: faultAt(startOf(request.path) + id + query),
    }));
}

/**
 * Answers a batch: a list with `key`, and `value` or `error`, for each id (ovh/csharp-ovh, `GetBatch`; ovh/manager reads `value`).
 * What an error looks like was never seen; here it is the body of the refusal.
 */
export function batchAnswer(items: readonly Item[], answerAt: (path: string) => unknown, manner: BatchManner): Answer {
  if (manner === "html") return { status: 200, headers: { "Content-Type": "text/html" }, body: "<html></html>" };
  return ovhAnswer(
    spoiled(
      items.map((item) => entryOf(item, answerAt)),
      manner,
    ),
  );
}

function entryOf({ id: key, path, fault }: Item, answerAt: (path: string) => unknown): Entry {
  try {
    if (fault !== undefined) throw new Refusal(fault);
    return { key, value: answerAt(path), error: null };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { status, body } = thrown.answer;
    const said = documentOf(body);
    return status === 200 ? { key, value: said, error: null } : { key, value: null, error: said };
  }
}

function documentOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function spoiled(entries: readonly Entry[], manner: BatchManner): readonly unknown[] {
  const [first, second, ...rest] = entries;
  if (first === undefined || second === undefined) return entries;
  switch (manner) {
    case "short":
      return entries.slice(0, -1);
    case "empty":
      return [];
    case "duplicated":
      return [first, ...entries.slice(0, -1)];
    case "swapped":
      return [{ ...first, value: second.value }, { ...second, value: first.value }, ...rest];
    case "error-beside-value":
      return entries.map((entry, place) => (place % 2 === 0 ? { ...entry, error: { message: "odd" } } : entry));
    case "bare":
      return entries.map(({ value }) => value);
    default:
      return entries;
  }
}
