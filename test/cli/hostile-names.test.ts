import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { eventsOf, idOf, ofType, parseCsv, run, startCloud } from "./run.ts";

const names = [
  "\u001b[31mred\u001b]0;title\u0007",
  "two\nlines\r\n  1 failed: scaleway.instance.server",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  'quoted",=1,"',
  "\ud800 lone and \udfff",
  "\u202eright to left",
  "\u0085\u2028\ufeff",
  "__proto__",
  "",
  "x".repeat(20_000),
];
const servers = names.map((name, index) => ({
  id: `id-${index}`,
  name,
  state: name,
  tags: [name, "plain"],
  commercial_type: name,
  image: { id: "image", name },
  volumes: { [name]: { id: name || "volume", name, volume_type: "l_ssd", size: 1 } },
}));
// One whose id is as bad as its name: it has to stay apart from all others.
const badId = { id: "../\u001b[31m\n=id", name: "bad id", volumes: {} };

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
  const project = emulator.projects.scaleway[0];
  const body = { servers: [...servers, badId].map((server) => ({ ...server, project })) };
  const headers = { "X-Total-Count": String(body.servers.length) };
  emulator.addFault({ match: "/zones/fr-par-1/servers", body, headers });
});
afterAll(() => emulator.close());

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const harmful = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/;

async function discover(format: string) {
  const args = ["discover", "--kinds", "scaleway.instance.server", "--format", format];
  const ended = await run(args, { environment: emulator.environment });
  expect(ended.code).toBe(0);
  for (const text of [ended.stdout, ended.stderr]) {
    expect(text.replaceAll("\r\n", "\n")).not.toMatch(harmful);
    expect(text.isWellFormed()).toBe(true);
  }
  return ended;
}

function expectAll(resources: readonly Resource[]): void {
  const here = resources.filter(({ region }) => region === "fr-par-1");
  const named = (id: string) => here.find((resource) => idOf(resource) === id);
  expect(here.map(idOf).sort()).toEqual([...servers, badId].map(({ id }) => id).sort());
  expect(named("id-2")?.name).toBe(names[2]);
  expect(named("id-12")?.name).toBe("id-12");
  expect(named("id-0")).toMatchObject({
    name: "\ufffd[31mred\ufffd]0;title\ufffd",
    tags: [expect.any(String), "plain"],
  });
  for (const { urn } of here) expect(urn).toMatch(/^urn:[\x21-\x7e]+$/);
}

describe.concurrent("names written by a hostile tenant are harmless", () => {
  test("as NDJSON: a line for each event", async () => {
    const { stdout } = await discover("ndjson");
    expectAll(ofType(eventsOf(stdout), "resource").map(({ resource }) => resource));
  });

  test("as JSON", async () => {
    const { stdout } = await discover("json");
    expectAll((JSON.parse(stdout) as { resources: Resource[] }).resources);
  });

  test("as CSV: no cell is a formula, and every row has its columns", async () => {
    const [header, ...rows] = parseCsv((await discover("csv")).stdout);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header?.length]));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const column = header?.indexOf("name") ?? -1;
    const cellOf = (index: number) =>
      rows.find(([urn]) => urn?.includes(":fr-par-1:") && urn.endsWith(`id-${index}`))?.[column];
    const cells = [2, 3, 4, 5, 6, 7].map(cellOf);
    expect(cells).toEqual([...names.slice(2, 6).map((name) => `'${name}`), "\ufffd=1", names[7]]);
  });

  test("in the table: a line for each kind", async () => {
    const { stdout } = await discover("table");
    expect(stdout).toMatch(
      /^KIND.*\nscaleway\.instance\.server +17 +10 {2}completed\n\n(Warnings:\n( {2}.*\n)+\n)?17 resources.*complete\.\n$/,
    );
  });
});
