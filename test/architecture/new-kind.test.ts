import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyRepository, type RepositoryCopy, root } from "./repository-copy.ts";

// Follows CONTRIBUTING.md in a copy of this repository: its commands and changes are what is tried, so the two cannot differ.
const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const walk = page.slice(page.indexOf("## Add a kind"), page.indexOf("## Add a provider"));
const blocks = [...walk.matchAll(/^```(sh|diff)\n([\s\S]*?)^```$/gm)].map(([, form, text = ""]) => ({ form, text }));
const changed = /^In `([\w./-]+)`:$/m.exec(walk.replace(/\n(?=In `)|(?<=\.) (?=In `)/g, "\n"))?.[1] ?? "";
const kind = "scaleway.iot.hub";
const fixture = `fixtures/scaleway/${kind}/typical.json`;
const service = "ovh.ssl-gateway";

/** The command lines of a block; one that ends in a backslash goes on. */
const linesOf = (text: string): string[] => text.trim().split(/(?<!\\)\n/);
const commands = blocks.filter(({ form }) => form === "sh").flatMap(({ text }) => linesOf(text));
const isCommand = (name: string) => (line: string) => line.includes(name);
const [emulate = ""] = commands.filter(isCommand(" emulator "));
const [discover = ""] = commands.filter(isCommand(" discover "));

let copy: RepositoryCopy;
let told = "";
let toldOfService = "";
const contracts: string[] = [];

/** Makes a text of the lines that stay and go one of the lines that stay and come. */
function change(text: string, diff: string): string {
  const kept = (mark: string): string =>
    diff
      .split("\n")
      .filter((line) => line.startsWith(" ") || line.startsWith(mark))
      .map((line) => line.slice(1))
      .join("\n");
  expect(text).toContain(kept("-"));
  return text.replace(kept("-"), kept("+"));
}

beforeAll(async () => {
  const folders = ["src", "dist", "scripts", "vendor", "fixtures", "schemas", "docs", "test"];
  const files = ["package.json", "tsconfig.json", "tsconfig.build.json", "plugin.manifest.json", "LICENSE"];
  const tools = ["biome.json", ".gitignore", "vitest.config.ts", "bench", "examples", "README.md", "CHANGELOG.md"];
  copy = copyRepository("new-kind", [...folders, ...files, ...tools]);
  for (const { form, text } of blocks) {
    if (form === "diff") copy.write(changed, change(copy.read(changed), text));
    else
      for (const line of linesOf(text)) {
        if (line === emulate || line === discover) continue;
        const output = await copy.follow(line);
        if (line.includes(`new-kind -- ${kind}`)) told = output;
        if (line.includes(`new-kind -- ${service}`)) toldOfService = output;
        if (line.includes("test/contract/")) contracts.push(output);
      }
  }
});
afterAll(() => copy?.remove());

describe("a kind that is added as CONTRIBUTING.md says", () => {
  it("is one row and one item, and no generated file is edited", () => {
    expect(changed).toBe("src/providers/scaleway/products/iot/index.ts");
    expect(told).toContain(`wrote ${changed}\nwrote ${fixture}\n`);
  });

  it("leaves every decision visible", () => {
    for (const member of ["class", "title", "urn", "endpoints", "relations", "protection", "attributes"]) {
      expect(told).toMatch(new RegExp(`^ {2}${member} +\\S`, "m"));
    }
    expect(told).toMatch(/^ {2}never +may hold a secret: twins_graphite_config$/m);
  });

  it("is told from what is not covered, with the reason", () => {
    expect(told).toMatch(/^ {2}scaleway\.iot\.hub {2}The product is closing\.$/m);
    expect(toldOfService).toMatch(/^ {2}ovh\.ssl-gateway {2}Configuration without data/m);
  });

  it("has the resource that the page's decisions make", () => {
    const { item, resource } = JSON.parse(copy.read(fixture));
    expect(resource).toMatchObject({
      urn: expect.stringMatching(new RegExp(`^urn:scaleway:[0-9a-f-]{36}:iot:fr-par:hub:${item.id}$`)),
      kind,
      class: "messaging",
      country: "FR",
      endpoints: [
        { type: "host", endpoint: item.endpoint },
        { type: "identifier", endpoint: item.id },
      ],
    });
  });

  it("passes the contract", () => {
    expect(contracts).toHaveLength(2);
    for (const contract of contracts) {
      expect(contract).toMatch(/Tests +[1-9]\d* passed/);
      expect(contract).not.toMatch(/failed/);
    }
  });

  it("is counted in the changelog", () => {
    const totalIn = (text: string): number => Number(/^- (\d+) kinds: /m.exec(text)?.[1]);
    const before = readFileSync(join(root, "CHANGELOG.md"), "utf8");
    expect(totalIn(copy.read("CHANGELOG.md"))).toBe(totalIn(before) + 2);
  });

  it("is listed by kinds and documented with its right", async () => {
    expect((await copy.cli(["kinds"])).stdout).toContain(kind);
    expect(copy.read("docs/kinds/messaging.md")).toContain("IoTReadOnly");
    expect(JSON.parse(copy.read("plugin.manifest.json")).inventories[1].kinds).toContainEqual(
      expect.objectContaining({ id: kind, byDefault: false, rights: { permissionSets: ["IoTReadOnly"] } }),
    );
  });

  it("is found by discover on the emulator", async () => {
    const { printed, stop } = await copy.serve(emulate, (text) => text.includes("export SCW_SECRET_KEY"));
    const lines = [...printed.matchAll(/^export (?:OVH|SCW|CLOUD_INVENTORY)_.*$/gm)].map(([line]) => line);
    const found = JSON.parse(await copy.follow([...lines, discover].join("\n"))).resources;
    await stop();
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((resource: { kind: string }) => resource.kind))).toEqual(new Set([kind, service]));
  });

  it.each([
    ["a kind that exists", kind, "/iot/v1/regions/{region}/hubs", `${kind} is a kind already`],
    ["a list that is read", "scaleway.iot.other", "/iot/v1/regions/{region}/hubs", `${kind} reads`],
  ])("is not written over: %s", async (_what, id, list, says) => {
    const before = copy.read(changed);
    const words = ["scripts/new-kind.js", id, "--list", list, "--family", "messaging"];
    const { code, stdout, stderr } = await copy.run(process.execPath, words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(copy.read(changed)).toBe(before);
  });

  it("is named once, with the field, where its item lacks the identity", async () => {
    const golden = copy.read(fixture);
    const { item, ...rest } = JSON.parse(golden);
    copy.write(fixture, JSON.stringify({ ...rest, item: { ...item, id: undefined } }));
    copy.write(changed, copy.read(changed).replace('"IoT hub"', '"Hub"'));
    const { code, stdout, stderr } = await copy.run(process.execPath, ["scripts/generate.js"]);
    copy.write(fixture, golden);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${fixture}: its row makes nothing of the example: \`id\` is missing\n`,
    });
    const files = stdout.trim().split("\n");
    expect(files).toContain("src/providers/names.gen.ts");
    expect(new Set(files).size).toBe(files.length);
  });
});
