import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Manifest } from "../../src/providers/manifest.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";
import { validatorOf } from "../schemas.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const manifest: Manifest = read("plugin.manifest.json");

it("fits its own schema", () => {
  const isManifest = validatorOf("manifest.schema.json");
  expect(isManifest(manifest), JSON.stringify(isManifest.errors)).toBe(true);
});

it("agrees with the package, the registry and the tables of kinds", async () => {
  const { name, version } = read("package.json");
  expect(manifest).toMatchObject({ id: name, version });
  expect(manifest.inventories.map(({ id }) => id)).toEqual(providerIds);
  for (const inventory of manifest.inventories) {
    const { kinds, configKeys } = await loadProvider(inventory.id);
    expect(inventory.kinds.map(({ id }) => id)).toEqual(kinds.map(({ id }) => id));
    const fields = inventory.credentials.flatMap((credential) => credential.fields);
    // A client id names the client and proves nothing (RFC 6749 section 2.2).
    for (const { key, secret } of fields)
      expect({ key, known: configKeys.includes(key), secret }).toEqual({
        key,
        known: true,
        secret: key !== "client_id",
      });
  }
});

it("points to files that are there", () => {
  const ofInventories = manifest.inventories.flatMap(({ configSchema, executable }) => [configSchema, executable]);
  const paths = [manifest.$schema, manifest.module, manifest.command, ...ofInventories];
  for (const path of paths) expect(existsSync(new URL(path, root)), path).toBe(true);
});
