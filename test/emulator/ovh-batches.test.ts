import { afterEach, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askOvh, jsonOf } from "./clients.ts";

interface Entry {
  key?: string;
  value: { name: string } | null;
  error: { message: string } | null;
}

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}): Promise<readonly [string, string]> {
  emulator = await startEmulator({ resources: 2, ...options });
  const [one = "", two = ""] = (emulator.expectedIds().get("ovh.dedicated-server") ?? []).map(String);
  return [one, two];
}

const headers = { "X-Ovh-Batch": "," };
const ask = (ids: readonly string[]) => askOvh(emulator, `/dedicated/server/${ids.join(",")}`, { headers });
const entriesFor = (ids: readonly string[]) => jsonOf<Entry[]>(ask(ids));
const found = (entries: readonly Entry[]) => entries.map(({ key, value }) => [key, value?.name]);

test("a batch is answered item by item, and says of each that there is not what it is", async () => {
  const [one, two] = await start();
  const entries = await entriesFor([one, "ns0.example.com", two]);
  expect(found(entries)).toEqual([
    [one, one],
    ["ns0.example.com", undefined],
    [two, two],
  ]);
  expect(entries.map(({ error }) => error?.message)).toEqual([undefined, "This service does not exist", undefined]);
  const alone = await jsonOf<{ name: string }>(askOvh(emulator, `/dedicated/server/${one}`));
  expect(entries[0]?.value).toEqual(alone);
});

test("each item of a batch needs its right, and meets its own faults", async () => {
  const [one, two] = await start({ ovhRules: [{ method: "GET", path: "/dedicated/server" }] });
  expect((await entriesFor([one, two])).map(({ error }) => error?.message)).toEqual(
    Array(2).fill("This call has not been granted"),
  );
  await emulator.close();
  await start({ faults: [{ match: new RegExp(`/server/${two}$`), status: 500, body: "<html>", times: 1 }] });
  expect(await entriesFor([one, two])).toMatchObject([
    { key: one, error: null },
    { key: two, value: null, error: "<html>" },
  ]);
  // What a batch meets does not use a fault up.
  expect((await askOvh(emulator, `/dedicated/server/${two}`)).status).toBe(500);
});

test("without the header, and at a host that knows no batches, ids with commas are one id that there is not", async () => {
  const [one, two] = await start();
  expect((await askOvh(emulator, `/dedicated/server/${one},${two}`)).status).toBe(404);
  await emulator.close();
  await start({ ovhBatches: "unknown" });
  const answer = await ask([one, two]);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "This service does not exist" });
});

test("version 2 knows no batches", async () => {
  await start();
  const [one = "", two = ""] = (emulator.expectedIds().get("ovh.okms") ?? []).map(String);
  expect((await askOvh(emulator, `/v2/okms/resource/${one},${two}`, { headers })).status).toBe(404);
});

test.each<[NonNullable<EmulatorOptions["ovhBatches"]>, (one: string, two: string) => unknown]>([
  ["short", (one) => [[one, one]]],
  ["empty", () => []],
  [
    "duplicated",
    (one) => [
      [one, one],
      [one, one],
    ],
  ],
  [
    "swapped",
    (one, two) => [
      [one, two],
      [two, one],
    ],
  ],
])("a host can be told to answer in an odd manner: %s", async (ovhBatches, expected) => {
  const [one, two] = await start({ ovhBatches });
  expect(found(await entriesFor([one, two]))).toEqual(expected(one, two));
});

test("and with errors beside values, without an envelope, and with a page for people", async () => {
  const [one, two] = await start({ ovhBatches: "error-beside-value" });
  expect(await entriesFor([one, two])).toMatchObject([
    { value: { name: one }, error: {} },
    { value: {}, error: null },
  ]);
  await emulator.close();
  await start({ ovhBatches: "bare" });
  expect(await entriesFor([one, two])).toMatchObject([{ name: one }, { name: two }]);
  await emulator.close();
  await start({ ovhBatches: "html" });
  expect((await ask([one, two])).headers.get("content-type")).toBe("text/html");
});
