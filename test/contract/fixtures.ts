import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Resource } from "../../src/inventory/resource.ts";
import type { Place } from "../../src/inventory/resource-kind.ts";

/** One item as the cloud writes it, where it was listed, and the resource that it has to become. */
export interface Fixture {
  readonly scope: Place;
  readonly item: Readonly<Record<string, unknown>>;
  readonly resource: Resource;
}

const root = new URL("../../fixtures/", import.meta.url);

/**
 * The fixture of a kind, `fixtures/<provider>/<kind>/typical.json`.
 *
 * @throws Error that names the kind where nobody has accepted one.
 */
export function fixtureOf(provider: string, kind: string): Fixture {
  const file = new URL(`${provider}/${kind}/typical.json`, root);
  if (!existsSync(file)) throw new Error(`${kind} has no golden resource: npm run generate -- --accept`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The kinds that have fixtures; a folder that no kind uses is a leftover. */
export function fixtureKinds(provider: string): string[] {
  return readdirSync(new URL(`${provider}/`, root));
}
