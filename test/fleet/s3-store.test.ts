import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, realpathSync, statSync } from "node:fs";
import { rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { knownOf } from "../../src/hosts/fleet/forget.ts";
import { openStore } from "../../src/hosts/fleet/open-store.ts";
import { s3Store } from "../../src/hosts/fleet/s3-store.ts";
import type { Clock } from "../../src/http/clock.ts";
import { createBucket, fileBody } from "../../src/object-storage/bucket.ts";
import { readS3Settings } from "../../src/object-storage/settings.ts";
import { startProxy } from "../http/proxy.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { address, hasty, never, storeOf, write } from "./bucket-store.ts";
import { bucketName, type Conditions, type OwnS3, startOwnS3 } from "./own-s3.ts";
import { nameOf, night, owner, testStore, texts } from "./store-contract.ts";

// Temporary files are looked at: those of this test alone.
let temporary = "";
beforeEach(() => {
  temporary = realpathSync(mkdtempSync(join(newFolder(), "t")));
  vi.stubEnv("TMPDIR", temporary);
});
afterEach(() => {
  expect(readdirSync(temporary), "temporary files that are left").toEqual([]);
  vi.unstubAllEnvs();
});

describe("a bucket", () => {
  testStore(async () => {
    const s3 = await startOwnS3();
    // Pages that end within an inventory, and within a customer.
    s3.pageSize = 2;
    return {
      open: () => openStore(address, { environment: s3.environment, signal: never }, { makesFolder: true }),
      put: (name, text) => s3.objects.set(`fleet/one/${name}`, text),
      names: () =>
        [...s3.objects.keys()]
          .map((key) => key.slice("fleet/one/".length))
          .filter((name) => name !== ".cloud-inventory.lock")
          .toSorted(),
    };
  });

  it("gets a snapshot whole, with its length, its digest signed, and nothing overwritten; the file is private until then", async () => {
    const s3 = await startOwnS3();
    const store = storeOf(s3);
    const snapshot = await store.create(owner, night(1));
    const [folder = ""] = readdirSync(temporary);
    const [file = ""] = readdirSync(join(temporary, folder));
    const modes = [folder, join(folder, file)].map((path) => statSync(join(temporary, path)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
    await snapshot.file.write("text\n");
    await snapshot.file.finish();
    await store.withFile(snapshot, async () => {});
    await snapshot.file.discard();
    expect(snapshot.place).toBe(`${address}/${nameOf(1)}`);
    const [put, ...others] = s3.asked;
    expect(others, "what is still here is not downloaded").toEqual([]);
    expect(put?.headers).toMatchObject({
      "if-none-match": "*",
      "content-length": `${s3.objects.get(`fleet/one/${nameOf(1)}`)?.byteLength}`,
      "x-amz-content-sha256": expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(put?.headers).not.toHaveProperty("transfer-encoding");
  });

  it.each([true, false])(
    "is asked for the beginnings of snapshots to know whose account they are of; it may know no parts: %s",
    async (knowsRanges) => {
      const s3 = await startOwnS3();
      s3.knowsRanges = knowsRanges;
      const [header = ""] = gunzipSync(texts.true).toString().split("\n");
      const noise = randomBytes(300_000).toString("hex");
      const objects = { acme: `${header}\n${noise}`, globex: `${header}\n${noise}`, initech: noise, hooli: "" };
      for (const [customer, text] of Object.entries(objects)) {
        const content = text === "" ? Buffer.alloc(0) : gzipSync(text);
        s3.objects.set(`fleet/one/${nameOf(1, { customer, name: "prod" })}`, content);
      }
      const { shared, damaged } = await knownOf(storeOf(s3), { customer: "acme" });
      expect(shared).toEqual([{ inventory: "ovh", account: "aa1-ovh" }]);
      expect(damaged.map(({ place }) => place.split("/").at(-3)).toSorted()).toEqual(["hooli", "initech"]);
      const whole = s3.asked.filter(({ key, headers }) => key.endsWith(".gz") && headers.range === undefined);
      expect(whole.map(({ key }) => key.split("/").at(-3))).toEqual(["hooli", "initech"]);
      expect(s3.asked.filter(({ key, headers }) => key.endsWith(".gz") && headers.range !== undefined)).toHaveLength(4);
    },
  );

  it("is asked through the proxy where one is set", async () => {
    const s3 = await startOwnS3();
    const proxy = await startProxy(s3.environment["AWS_ENDPOINT_URL_S3"] ?? "");
    const settings = readS3Settings({ ...s3.environment, AWS_ENDPOINT_URL_S3: "http://s3.test" });
    const proxyOf = () => new URL(`http://127.0.0.1:${proxy.port}`);
    await write(storeOf(s3, { settings, proxyOf }));
    expect([...s3.objects.keys()]).toEqual([`fleet/one/${nameOf(1)}`]);
    expect(proxy.asked[0]?.host).toBe("s3.test:80");
    proxy.close();
  });

  it("is used without a prefix as well", async () => {
    const s3 = await startOwnS3();
    const store = s3Store(`s3://${bucketName}`, { settings: readS3Settings(s3.environment) }, never);
    await write(store);
    expect([...s3.objects.keys()]).toEqual([nameOf(1)]);
    expect(await store.owners()).toEqual([owner]);
  });
});

describe("what goes wrong at S3", () => {
  test.each([
    ["is slow down", { status: 503, code: "SlowDown" }],
    ["is too many requests", { status: 429 }],
    ["is an inner failure", { status: 500, code: "InternalError" }],
    ["is a connection that breaks", { breaks: "connection" }],
    ["is a connection that breaks once it was done", { breaks: "connection", isDone: true }],
    ["is an upload that did not arrive whole", { status: 400, code: "RequestTimeout" }],
    ["is another write under way", { status: 409, code: "ConditionalRequestConflict" }],
  ] as const)("%s is tried again, and the snapshot is there once", async (_, fault) => {
    const s3 = await startOwnS3();
    s3.addFault({ match: /^PUT/, times: 2, ...fault });
    const store = storeOf(s3);
    const place = await write(store);
    expect(await store.list(owner)).toEqual([{ place, startedAt: night(1).toISOString() }]);
  });

  test.each([
    ["a list", /^GET .*list-type/],
    ["a snapshot", /^GET .*gz$/],
  ])("an answer that breaks off is no short one: %s", async (_, match) => {
    const s3 = await startOwnS3();
    for (const day of [1, 2]) s3.objects.set(`fleet/one/${nameOf(day)}`, texts.true);
    s3.addFault({ match, breaks: "body" });
    const store = storeOf(s3);
    const [first] = await store.list(owner);
    if (first === undefined) throw new Error("it is there");
    const size = await store.withFile(first, async (path) => statSync(path).size);
    expect(size).toBe(texts.true.byteLength);
    s3.addFault({ match, breaks: "body", times: 100 });
    const again = store.list(owner).then(() => store.withFile(first, async () => {}));
    await expect(again).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("broke off") });
  });

  test("what does not pass is given up after some tries", async () => {
    const s3 = await startOwnS3();
    s3.addFault({ match: /^GET/, times: 100, status: 500 });
    await expect(storeOf(s3).list(owner)).rejects.toThrow(
      /failed at the provider \(status 500\), on each of 6 attempts/,
    );
    expect(s3.asked).toHaveLength(6);
    const busy = await startOwnS3();
    busy.addFault({ match: /^GET/, times: 10_000, status: 503, code: "SlowDown" });
    await expect(storeOf(busy).list(owner)).rejects.toThrow(/SlowDown.*beyond the 180 s/);
  });

  test("what gets no further is given up", async () => {
    const silent = await startOwnS3();
    silent.addFault({ match: /^GET/, times: 100, breaks: "connection" });
    vi.spyOn(globalThis, "fetch").mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error()))),
    );
    const store = storeOf(silent, { limits: { attemptTimeoutMs: 1, maxAttempts: 2 } });
    await expect(store.list(owner)).rejects.toThrow("got no further within 0.001 s, on each of 2 attempts");
    vi.restoreAllMocks();
  });

  test.each<[string, string]>([
    ["without saying that it ends", "<ListBucketResult><Name>nights</Name></ListBucketResult>"],
    ["that goes on nowhere", "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"],
    [
      "that names the marker of another version",
      "<ListBucketResult><IsTruncated>true</IsTruncated><NextMarker>x</NextMarker></ListBucketResult>",
    ],
    [
      "with what was not asked for",
      "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>fleet/two</Key></Contents></ListBucketResult>",
    ],
    ["that is none", "<html></html>"],
    ["that ends too early", "<ListBucketResult><IsTruncated>false</IsTruncated>"],
  ])("a list %s is no list", async (_, body) => {
    const s3 = await startOwnS3();
    s3.addFault({ match: /^GET/, body });
    await expect(storeOf(s3).list(owner)).rejects.toMatchObject({ code: "INVALID_RESPONSE" });
  });

  test("a list that comes back to the same page ends", async () => {
    const s3 = await startOwnS3();
    const page =
      "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken></ListBucketResult>";
    s3.addFault({ match: /^GET/, times: 100, body: page });
    await expect(storeOf(s3).list(owner)).rejects.toThrow("the same page twice");
  });

  test.each([
    [{ AWS_SECRET_ACCESS_KEY: "wrong/secret" }, "AWS_SECRET_ACCESS_KEY"],
    [{ AWS_REGION: "elsewhere" }, "AWS_SECRET_ACCESS_KEY"],
    [{ AWS_SESSION_TOKEN: "wrong/token" }, "AWS_SESSION_TOKEN"],
  ])("a credential that is refused is named by its variable, and its values nowhere", async (wrong, variable) => {
    const s3 = await startOwnS3();
    const environment: OwnS3["environment"] = { ...s3.environment, ...wrong };
    const told = await storeOf({ ...s3, environment })
      .claim()
      .catch((thrown: unknown) => thrown);
    expect(told).toMatchObject({ code: "INVALID_CONFIG", message: expect.stringContaining(variable) });
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) {
      expect(inspect(told)).not.toContain(environment[name]);
    }
  });

  test.each([
    [301, "PermanentRedirect", /has the bucket elsewhere: AWS_REGION and AWS_ENDPOINT_URL_S3/],
    [403, "AccessDenied", /does not permit it to the key in AWS_ACCESS_KEY_ID/],
    [403, "RequestTimeTooSkewed", /the clock of this machine/],
    [404, "NoSuchBucket", /does not know the bucket/],
  ])("status %d %s says what to mend", async (status, code, sentence) => {
    const s3 = await startOwnS3();
    s3.addFault({ match: /./, times: 100, status, code });
    const store = storeOf(s3);
    const remove = () => store.remove({ place: `${address}/x`, startedAt: "" });
    for (const act of [() => store.claim(), () => store.list(owner), () => write(store), remove]) {
      await expect(act()).rejects.toMatchObject({ code: "INVALID_CONFIG", message: expect.stringMatching(sentence) });
    }
  });

  test("a refusal without words, as of HEAD, is understood as well", async () => {
    const s3 = await startOwnS3();
    s3.objects.set(`fleet/one/${nameOf(1)}`, texts.true);
    s3.addFault({ match: /^HEAD/, times: 100, status: 403 });
    await expect(write(storeOf(s3))).rejects.toThrow("does not permit it to the key in AWS_ACCESS_KEY_ID");
  });

  test("a snapshot that was changed on the way is not handed over", async () => {
    const s3 = await startOwnS3();
    const place = await write(storeOf(s3));
    s3.objects.set(`fleet/one/${nameOf(1)}`, texts.false);
    const snapshot = { place, startedAt: "" };
    await expect(storeOf(s3).withFile(snapshot, async () => {})).rejects.toThrow("something else than was written");
  });

  test("who stops ends what is under way", async () => {
    const s3 = await startOwnS3();
    const stop = new AbortController();
    s3.addFault({ match: /^GET/, times: 100, status: 500 });
    const sleep: Clock["sleep"] = async () => stop.abort();
    const store = storeOf(s3, { clock: { ...hasty(), sleep } }, stop.signal);
    await expect(store.list(owner)).rejects.toMatchObject({ code: "CANCELLED" });
    expect(s3.asked).toHaveLength(1);
  });
});

describe.each<Conditions>(["known", "501", "400"])("conditional writes that are %s", (conditions) => {
  test("overwrite nothing", async () => {
    const s3 = await startOwnS3();
    s3.conditions = conditions;
    const key = `fleet/one/${nameOf(1)}`;
    s3.objects.set(key, texts.true);
    const store = storeOf(s3);
    await expect(write(store)).rejects.toThrow(`${address}/${nameOf(1)} is there already`);
    expect(s3.objects.get(key)).toBe(texts.true);
    await write(store, 2);
    await write(store, 3);
    // An S3 that does not know the header is asked with it once.
    const asked = s3.asked.filter(({ headers }) => headers["if-none-match"] !== undefined);
    expect(asked).toHaveLength(conditions === "known" ? 3 : 1);
  });
});

test("a snapshot that is larger than one upload may be is refused before anything is sent", async () => {
  const s3 = await startOwnS3();
  const path = join(temporary, "large");
  await writeFile(path, "");
  await truncate(path, 5 * 1024 ** 3 + 1);
  const bucket = createBucket(bucketName, { settings: readS3Settings(s3.environment) })(never);
  const put = bucket.put("large", await fileBody(path), { "if-none-match": "*" });
  await expect(put).rejects.toThrow(
    "large has 5368709121 bytes, and one upload to a bucket may have 5 GiB (5368709120)",
  );
  expect(s3.asked).toEqual([]);
  await rm(path);
});
