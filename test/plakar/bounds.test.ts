import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, placesOf, startCloud } from "../cli/run.ts";
import { startServer } from "../http/server.ts";
import { logOf, type Plugin, startPlugin } from "./child.ts";
import { entryOf } from "./grpc.ts";

const mebibyte = 1024 * 1024;
const zone = "fr-par-1";
const servers = `/instance/v1/zones/${zone}/servers`;

/** The emulator, behind a server that answers one list in its own way. */
async function cloudThatLists(answerList: (response: ServerResponse) => void): Promise<{
  readonly emulator: Emulator;
  readonly origin: string;
}> {
  const emulator = await startCloud();
  onTestFinished(() => emulator.close());
  const { origin } = await startServer(async (response, { url, headers }) => {
    if (url.startsWith(servers)) return answerList(response);
    const answer = await fetch(new URL(url, placesOf(emulator)["CLOUD_INVENTORY_SCALEWAY_URL"]), {
      headers: { "x-auth-token": String(headers["x-auth-token"]) },
    });
    const kept = ["content-type", "x-total-count"].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(kept)).end(Buffer.from(await answer.arrayBuffer()));
  });
  return { emulator, origin };
}

async function startOn(answerList: (response: ServerResponse) => void, environment = {}): Promise<Plugin> {
  const { emulator, origin } = await cloudThatLists(answerList);
  const plugin = startPlugin("scaleway", emulator, {
    environment: { CLOUD_INVENTORY_SCALEWAY_URL: origin, ...environment },
  });
  const config = { ...configsOf(emulator).scaleway, kinds: "scaleway.instance.server", regions: zone };
  expect(await plugin.init(config)).toMatchObject({ code: 0 });
  return plugin;
}

const json = (response: ServerResponse, body: string): void => {
  response.writeHead(200, { "content-type": "application/json", "x-total-count": "1" }).end(body);
};
const listOf = (...items: readonly object[]): string => JSON.stringify({ servers: items, total_count: items.length });

describe("an answer of 60 MiB", () => {
  const peakOf = ({ child }: Plugin): number => {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
    return Number(line?.[1]) * 1024;
  };

  test.skipIf(process.platform !== "linux").each<[string, (bytes: number) => string]>([
    ["empty objects", (bytes) => `{"total_count":1,"servers":[${"{},".repeat(bytes / 3)}{}]}`],
    ["nested lists", (bytes) => "[".repeat(bytes / 2) + "]".repeat(bytes / 2)],
  ])("of %s ends the scope, and takes a few times its size of memory", async (_, bodyOf) => {
    const body = bodyOf(60 * mebibyte);
    const plugin = await startOn((response) => json(response, body));
    const before = peakOf(plugin);
    const { code, message, messages } = await plugin.list();
    expect({ code, messages }).toMatchObject({ code: 9, messages: [] });
    expect(message).toContain(
      "was answered with more than 4194304 values; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit",
    );
    // Parsed it took 2,300 MiB and more.
    expect((peakOf(plugin) - before) / body.length).toBeLessThan(8);
  });
});

test("a message stays below what a Go client takes, whatever a server holds", async () => {
  const long = "t".repeat(mebibyte);
  const huge = {
    id: "11111111-2222-4333-8444-555555555555",
    name: "n".repeat(mebibyte),
    state: long,
    tags: Array.from({ length: 20 }, (_, number) => `${number}-${long}`),
    public_ips: Array.from({ length: 100_000 }, (_, number) => ({ address: `host-${number}`, family: "inet" })),
  };
  const plugin = await startOn((response) => json(response, listOf(huge)));
  const { code, messages } = await plugin.list();
  expect(code).toBe(0);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.length).toBeLessThan(2 * mebibyte);
  expect(entryOf(messages[0] as Buffer)).toMatchObject({ urn: expect.stringContaining(huge.id) });
  const warnings = (await logOf(plugin)).find(({ event }) => event === "scope.warning")?.["warnings"];
  for (const field of ["name", "tags", "public_ips"]) {
    expect(warnings).toContain(
      `1 item(s) reported with a part of "${field}" alone: it holds more than one resource may`,
    );
  }
});
