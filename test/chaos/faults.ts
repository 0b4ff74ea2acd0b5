import { isRecord } from "../../src/http/answer.ts";
import { listIn } from "./list-answer.ts";
import type { Asked, Mishap, Reply } from "./network.ts";

/** What a fault may look at. */
export interface Circumstances {
  readonly asked: Asked;
  readonly ask: (url: URL) => Promise<Reply>;
  readonly random: () => number;
}

/** One way in which an answer goes wrong; undefined where it cannot happen to this request. */
export type Fault = (circumstances: Circumstances) => Mishap | undefined | Promise<Mishap | undefined>;

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };

/** A page of somebody between us and the cloud, who repeats what it was sent: nobody may hand that on. */
function htmlPage(status: number): Fault {
  return ({ asked: { headers } }) => {
    const sent = Object.entries(headers).map(([name, value]) => `<li>${name}: ${value}</li>`);
    return { reply: { status, headers: html, body: `<html><h1>${status}</h1><ul>${sent.join("")}</ul></html>` } };
  };
}

/** A refusal in words that say nothing, with what was sent in them. */
function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return ({ asked }) => {
    const sent =
      asked.headers["x-auth-token"] ?? asked.headers["authorization"] ?? asked.headers["x-ovh-consumer"] ?? "";
    const body = JSON.stringify({ message: `refused (${sent})` });
    return { reply: { status, headers: { ...json, ...headers }, body } };
  };
}

const forbidden: Fault = ({ asked: { headers } }) => {
  const words =
    "x-auth-token" in headers || "x-amz-date" in headers
      ? {
          details: [{ action: "read", resource: "any" }],
          message: "insufficient permissions",
          type: "permissions_denied",
        }
      : { class: "Client::Forbidden", message: "User not granted for this request", details: {} };
  return { reply: { status: 403, headers: json, body: JSON.stringify(words) } };
};

/** Absence of what was certainly there a moment ago: a further page, or the detail of something that is listed. */
const notFoundMidPage: Fault = ({ asked: { url } }) => {
  const isLater = Number(url.searchParams.get("page") ?? 1) > 1 || /\/[0-9a-f-]{32,36}$/.test(url.pathname);
  if (!isLater) return undefined;
  return { reply: { status: 404, headers: json, body: JSON.stringify({ message: "resource is not found" }) } };
};

/** The answer itself, spoilt. */
function spoilt(change: (reply: Reply) => Reply): Fault {
  return async ({ asked, ask }) => {
    const reply = await ask(asked.url);
    return reply.status === 200 ? { reply: change(reply) } : undefined;
  };
}

type ListChange = (
  list: NonNullable<ReturnType<typeof listIn>>,
  circumstances: Circumstances,
) => Reply | undefined | Promise<Reply | undefined>;

/** A list that is well formed and says something else than what there is. */
function lie(change: ListChange): Fault {
  return async (circumstances) => {
    const reply = await circumstances.ask(circumstances.asked.url);
    const list = reply.status === 200 ? listIn(reply) : undefined;
    return list === undefined ? undefined : { reply: await change(list, circumstances) };
  };
}

/** The items of a page before or after the one that is asked for. */
async function neighbour({ asked, ask }: Circumstances, by: number): Promise<readonly unknown[]> {
  const url = new URL(asked.url);
  const number = Number(url.searchParams.get("page") ?? 0) + by;
  if (number < 1 || !url.searchParams.has("page")) return [];
  url.searchParams.set("page", String(number));
  return listIn(await ask(url))?.items ?? [];
}

/** A lie about how many there are, of which another answer tells the truth. */
function total(liedOf: (truth: number) => unknown): Fault {
  return lie((list) => (list.total === undefined ? undefined : list.withTotal(liedOf(list.total))));
}

/** An answer to several ids at once (`X-Ovh-Batch`), which names fewer, others, or the same twice. */
function batch(change: (items: readonly unknown[], at: number) => readonly unknown[]): Fault {
  return lie((list, { asked, random }) =>
    "x-ovh-batch" in asked.headers && list.items.length > 0
      ? list.withItems(change(list.items, Math.floor(random() * list.items.length)))
      : undefined,
  );
}

const without = (items: readonly unknown[], at: number) => items.filter((_item, index) => index !== at);

/**
 * The fault matrix. A list that is one document and leaves something out, or calls itself empty, is none of them: nobody can tell it
 * from the truth. Nor is a total that agrees with what a page leaves out.
 */
export const faults: Readonly<Record<string, Fault>> = {
  "401": refusal(401),
  "403": forbidden,
  "404 mid-page": notFoundMidPage,
  "408": refusal(408),
  "429": refusal(429),
  "429 with Retry-After": ({ random, ...rest }) =>
    refusal(429, { "retry-after": String(Math.floor(random() * 12)) })({ random, ...rest }),
  "429 with a date": refusal(429, { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT" }),
  "429 for hours": refusal(429, { "retry-after": "7200" }),
  "460": refusal(460),
  "500": refusal(500),
  "502 in HTML": htmlPage(502),
  "503": refusal(503, { "retry-after": "2" }),
  "reset before headers": () => ({ connection: "reset" }),
  "reset after headers": () => ({ body: "reset" }),
  "stalled connection": () => ({ connection: "stalled" }),
  "stalled body": () => ({ body: "stalled" }),
  "slow body": () => ({ body: "slow" }),
  redirect: () => ({ connection: "redirect" }),
  "truncated JSON": spoilt((reply) => ({ ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) })),
  "over-full JSON": spoilt((reply) => ({ ...reply, body: `${reply.body}${reply.body}` })),
  "no JSON": spoilt((reply) => ({ ...reply, body: "OK" })),
  "nothing at all": spoilt((reply) => ({ ...reply, body: "" })),
  "200 in HTML": htmlPage(200),
  "wrong type": spoilt((reply) => ({
    ...reply,
    body: JSON.stringify(reply.body.startsWith("{") ? [null] : { items: null }),
  })),
  "items without ids": lie((list) =>
    list.withItems(list.items.map((item) => (isRecord(item) ? { ...item, id: null } : null))),
  ),
  "duplicated item": lie((list) => {
    const [first, ...others] = list.items;
    return others.length === 0 ? undefined : list.withItems([first, ...others.slice(0, -1), first]);
  }),
  "page shifted down": lie(async (list, circumstances) => {
    const before = await neighbour(circumstances, -1);
    return before.length === 0 ? undefined : list.withItems([before.at(-1), ...list.items.slice(0, -1)]);
  }),
  "page shifted up": lie(async (list, circumstances) => {
    if (list.total === undefined || list.items.length === 0) return undefined;
    return list.withItems([...list.items.slice(1), ...(await neighbour(circumstances, 1)).slice(0, 1)]);
  }),
  "short page": lie((list, { random }) =>
    list.total === undefined || list.items.length === 0
      ? undefined
      : list.withItems(without(list.items, Math.floor(random() * list.items.length))),
  ),
  "empty page": lie((list) => (list.total === undefined ? undefined : list.withItems([]))),
  "repeated page": lie(async (list, circumstances) => {
    const before = await neighbour(circumstances, -1);
    return before.length === 0 ? undefined : list.withItems(before);
  }),
  "total too low": total((truth) => Math.max(0, truth - 1)),
  "total of nothing": total(() => 0),
  "total too high": total((truth) => truth + 1),
  "absurd total": total(() => 9_000_000_000),
  "total in words": total(() => "many"),
  "total left out": total(() => undefined),
  "short batch": batch(without),
  "empty batch": batch(() => []),
  "batch with one twice": batch((items, at) => items.with(at, items[at === 0 ? items.length - 1 : 0])),
  "batch in another order": batch((items) => items.toReversed()),
  "batch with an error": batch((items, at) => items.with(at, { class: "Client::NotFound", message: "gone" })),
  "batch of ids": batch((items) => items.map((item) => (isRecord(item) ? item["id"] : item))),
};
