import { spawnSync } from "node:child_process";
import { accessSync, constants, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { docsOf } from "../../src/preflight/catalogue.ts";
import { providerIds } from "../../src/providers/registry.ts";
import { expectFlat } from "./flat-schema.ts";

const folder = inject("packages") ?? "";
const connectorKeys = ["args", "executable", "extra_files", "protocols", "type", "validator"];
const packageKeys = [
  "api_version",
  "connectors",
  "description",
  "display_name",
  "homepage",
  "license",
  "name",
  "tags",
  "tier",
];
const permissive = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"];

const nameOf = (id: string): string => `cloud-inventory-${id}`;

test("there is one package for each inventory, the recipes, and nothing else", () => {
  expect(readdirSync(folder).sort()).toEqual([...providerIds.map(nameOf), "recipes"].sort());
});

// As `mkindex -kloset-plugins recipes -integrations .` goes about it (PlakarKorp/pkg, cmd/mkindex).
test("the recipes lead from their places to the manifests of all packages", () => {
  const places = readdirSync(join(folder, "recipes"), { recursive: true, encoding: "utf8" })
    .map((path) => path.split("/"))
    .filter((parts) => parts.at(-1) === "recipe.yaml");
  const named = places.map((parts) => {
    const recipe = parse(readFileSync(join(folder, "recipes", ...parts), "utf8"));
    const manifest = parse(readFileSync(join(folder, basename(recipe.repository), "manifest.yaml"), "utf8"));
    expect(parts).toEqual(["community", manifest.api_version, recipe.name, "recipe.yaml"]);
    expect(Object.keys(recipe)).toEqual(["name", "version", "repository"]);
    expect(recipe.name).toBe(manifest.name);
    // The file that the control plane then asks for is split at each underscore (PlakarKorp/pkg, package.go).
    expect(`${recipe.name}_${recipe.version}_linux_amd64.ptar`).toMatch(
      /^[A-Za-z0-9-]+_v\d+\.\d+\.\d+_linux_amd64\.ptar$/,
    );
    expect(recipe.version).toBe(`v${JSON.parse(readFileSync("package.json", "utf8")).version}`);
    return recipe.name;
  });
  expect(named.sort()).toEqual(providerIds.map(nameOf).sort());
});

describe.each(providerIds)("the package of %s", (id) => {
  const root = join(folder, nameOf(id));
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const documents = parseAllDocuments(read("manifest.yaml"));
  const manifest = documents[0]?.toJS();
  const [connector] = manifest.connectors;
  const listed: readonly string[] = [
    "manifest.yaml",
    connector.executable,
    connector.validator,
    ...connector.extra_files,
  ];

  test("has a manifest that the control plane's strict validator takes", () => {
    expect(documents).toHaveLength(1);
    expect(documents[0]?.errors).toEqual([]);
    expect(packageKeys).toEqual(expect.arrayContaining(Object.keys(manifest)));
    expect(manifest).toMatchObject({
      // Plakar's own are called after their cloud: scaleway, scaleway-inventory, secret-scaleway (PlakarKorp/hub).
      name: expect.stringMatching(/^cloud-inventory-[A-Za-z0-9-]+$/),
      display_name: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
      license: expect.stringMatching(/\S/),
      api_version: "v1.1.0",
    });
    expect(manifest.connectors).toHaveLength(1);
    expect(connectorKeys).toEqual(expect.arrayContaining(Object.keys(connector)));
    expect(connector).toMatchObject({ type: "inventory", protocols: [manifest.name] });
  });

  test("holds what it lists and lists what it holds, all of it inside", () => {
    for (const path of listed) {
      expect(isAbsolute(path) || normalize(path).startsWith(".."), path).toBe(false);
      expect(lstatSync(join(root, path)).isFile(), path).toBe(true);
    }
    const held = readdirSync(root, { recursive: true, encoding: "utf8" });
    expect(held.filter((path) => lstatSync(join(root, path)).isFile()).sort()).toEqual([...listed].sort());
    expect(connector.extra_files).toEqual(expect.arrayContaining(["README.md", "assets/icon.svg", "LICENSE"]));
    accessSync(join(root, connector.executable), constants.X_OK);
  });

  test("has the page that refusals point to, and no link that leads out of it", () => {
    const pages = listed.filter((path) => path.endsWith(".md"));
    expect(pages).toContain(docsOf("config.form").replace(/#.*/, ""));
    for (const page of pages) {
      const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]*)/g)].map(([, link = ""]) => link);
      for (const link of links) expect(listed, page).toContain(join(dirname(page), link));
    }
  });

  test("has a schema of which a form can be made", () => {
    const schema = JSON.parse(read(connector.validator));
    expectFlat(schema);
    expect(schema).toEqual(JSON.parse(readFileSync(`schemas/${id}-config.schema.json`, "utf8")));
  });

  test("has a readme that names every key, and no mark of its template", () => {
    const { properties } = JSON.parse(read(connector.validator));
    for (const key of Object.keys(properties)) expect(read("README.md")).toContain(`| \`${key}\` |`);
    expect(read("README.md")).not.toMatch(/\{\{|undefined/);
  });

  test("holds nothing that may not be passed on, and each licence of it", () => {
    const titles = [...read("THIRD-PARTY-LICENSES").matchAll(/^={80}\n(.+)\n={80}$/gm)].map(([, title]) =>
      String(title),
    );
    const licenses = titles.filter((title) => !title.startsWith("Node.js ")).map((title) => title.split(": ")[1]);
    expect(titles).toContainEqual(expect.stringMatching(/^zod /));
    expect(permissive).toEqual(expect.arrayContaining([...new Set(licenses)]));
    const others = providerIds.filter((other) => other !== id);
    expect(titles.filter((title) => others.some((other) => title.includes(other)))).toEqual([]);
  });

  // Where no single executable can be made, the script that stands in for it does need Node.
  test.skipIf(connector.executable.endsWith(".cjs"))("runs without Node on the host", () => {
    const { status, stdout, stderr } = spawnSync(join(root, connector.executable), ["--help"], {
      cwd: "/",
      env: { PATH: "" },
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^Usage: ${id}-inventory`));
  });
});
