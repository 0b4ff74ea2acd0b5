import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../http/server.ts";
import { copyRepository, type RepositoryCopy, root } from "./repository-copy.ts";

// Follows docs/adding-a-provider.md in a copy of this repository: its code blocks are what is tried, so the two cannot differ.
const page = readFileSync(join(root, "docs/adding-a-provider.md"), "utf8");
const token = "t".repeat(64);
let copy: RepositoryCopy;
const cli: RepositoryCopy["cli"] = (words, environment) => copy.cli(words, environment);

/** What the page says to write, by path. */
const written = [...page.matchAll(/^`([\w./-]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, path = "", text = ""]) => ({
  path,
  text,
}));
const line = /^One line in `loaders` of `([\w./-]+)`:\n\n```ts\n(.*\n)```$/m.exec(page);
const commands = /^Then run:\n\n```sh\n([\s\S]*?)^```$/m.exec(page)?.[1]?.trim().split("\n") ?? [];

beforeAll(async () => {
  const folders = ["src", "scripts", "vendor", "fixtures", "schemas", "docs"];
  const files = [
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
    "plugin.manifest.json",
    "LICENSE",
    "CHANGELOG.md",
  ];
  copy = copyRepository("fourth-provider", [...folders, ...files]);
  for (const { path, text } of written) copy.write(path, text);
  const [, registry = "", entry = ""] = line ?? [];
  copy.write(registry, copy.read(registry).replace("\n};\n", `\n${entry}};\n`));
  for (const command of commands) await copy.follow(command);
});
afterAll(() => copy.remove());

/** The vendor's list of servers, for whoever has the token. */
async function startHetzner(servers: readonly unknown[]) {
  const server = await startServer((response, { url, headers }) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const isAllowed = headers.authorization === `Bearer ${token}`;
    response.setHeader("content-type", "application/json");
    response.statusCode = !isAllowed ? 401 : pathname === "/v1/servers" ? 200 : 404;
    const size = Number(searchParams.get("per_page"));
    const first = (Number(searchParams.get("page")) - 1) * size;
    const pagination = { total_entries: servers.length };
    const answer = { servers: servers.slice(first, first + size), meta: { pagination } };
    response.end(JSON.stringify(response.statusCode === 200 ? answer : { error: {} }));
  });
  return { ...server, environment: { CLOUD_INVENTORY_HETZNER_URL: server.origin, HCLOUD_TOKEN: token } };
}

const servers = Array.from({ length: 120 }, (_, index) => ({
  id: index + 1,
  name: `server-${index + 1}`,
  location: { name: "hel1" },
  public_net: { ipv4: { ip: "192.0.2.1" } },
}));

describe("a provider that is added as the page says", () => {
  it("is one folder, one registry line and one item", () => {
    const outside = written.filter(({ path }) => !path.startsWith("src/providers/hetzner/"));
    expect(written.length).toBeGreaterThan(5);
    expect(outside.map(({ path }) => path)).toEqual(["fixtures/hetzner/hetzner.server/typical.json"]);
    expect(line?.[1]).toBe("src/providers/registry.ts");
  });

  it("is in the manifest, with rights in its own word, a schema, an executable and a page", async () => {
    const manifest = JSON.parse((await cli(["manifest"])).stdout);
    expect(manifest.inventories.find(({ id }: { id: string }) => id === "hetzner")).toMatchObject({
      executable: "./dist/bin/hetzner-inventory.js",
      credentials: [{ kind: "hetzner-api-token", fields: [{ key: "hcloud_token", secret: true }] }],
      kinds: [{ id: "hetzner.server", rights: { scopes: ["read"] }, byDefault: true }],
    });
    expect(JSON.parse(copy.read("plugin.manifest.json"))).toEqual(manifest);
    // The manifest's schema is as it was.
    const schema = "schemas/manifest.schema.json";
    expect(copy.read(schema)).toBe(readFileSync(join(root, schema), "utf8"));
    expect(copy.read("docs/kinds/compute.md")).toContain(
      "| [`hetzner.server`](#hetznerserver) | Server | account | `sftp` | yes |",
    );
    expect(JSON.parse(copy.read("package.json")).bin).toMatchObject({
      "hetzner-inventory": "dist/bin/hetzner-inventory.js",
    });
  });

  it("has a resource that a person accepted, in the country of its region", () => {
    const { resource } = JSON.parse(copy.read("fixtures/hetzner/hetzner.server/typical.json"));
    expect(resource).toMatchObject({
      urn: "urn:hetzner:server:42",
      region: "fsn1",
      country: "DE",
      tags: ["environment=prod"],
      endpoints: [{ type: "inet4", endpoint: "192.0.2.1" }],
    });
  });

  it("is described by kinds and schema", async () => {
    const { code, stdout } = await cli(["kinds", "--json"]);
    expect(code).toBe(0);
    expect(stdout).toContain("hetzner.server");
    const schema = JSON.parse((await cli(["schema", "hetzner-config"])).stdout);
    expect(schema.properties).toHaveProperty("hcloud_token");
  });

  it("is validated", async () => {
    copy.write("good.json", JSON.stringify({ hcloud_token: token }));
    copy.write("bad.json", JSON.stringify({ hcloud_token: "short" }));
    expect(await cli(["validate", "--config", "good.json"])).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await cli(["validate", "--config", "bad.json"]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain("must be 64 letters and digits");
  });

  it("is discovered to the last page", async () => {
    const cloud = await startHetzner(servers);
    const { code, stdout } = await cli(["discover", "--format", "json"], cloud.environment);
    expect(code).toBe(0);
    const found = JSON.parse(stdout).resources;
    expect(found).toHaveLength(servers.length);
    expect(found[0]).toMatchObject({ kind: "hetzner.server", country: "FI", name: "server-1" });
    expect(cloud.requests).toHaveLength(3);
    expect(stdout).not.toContain(token);
  });

  it("is looked at by preflight", async () => {
    const { environment } = await startHetzner(servers);
    const accepted = await cli(["preflight", "--json"], environment);
    expect(accepted.code).toBe(0);
    expect(accepted.stdout).toContain("Hetzner accepts the token");
    const refused = await cli(["preflight", "--json"], { ...environment, HCLOUD_TOKEN: "u".repeat(64) });
    expect(refused.code).not.toBe(0);
    expect(refused.stdout).toContain("make a new token");
  });

  it("has a package of its own", async () => {
    const { code, stderr } = await copy.run(process.execPath, [
      "scripts/package.js",
      "--script",
      "--output",
      "packages",
    ]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const readme = copy.read("packages/cloud-inventory-hetzner/README.md");
    expect(readme).toContain("hcloud_token");
    expect(readme).toContain("| `hetzner.server` | Server | yes | `read` |");
  });
});
