import { readdirSync, readFileSync } from "node:fs";
import type { Resource } from "../../src/inventory/resource.ts";
import type { Scope } from "../../src/inventory/scope.ts";

/** One item as the cloud writes it, where it was listed, and the resource that it has to become. */
export interface Fixture {
  readonly scope: Scope;
  readonly item: Readonly<Record<string, unknown>>;
  readonly resource: Resource;
}

const root = new URL("../../fixtures/", import.meta.url);

/** The fixture of a kind, `fixtures/<provider>/<kind>/typical.json`. */
export function fixtureOf(provider: string, kind: string): Fixture {
  return JSON.parse(readFileSync(new URL(`${provider}/${kind}/typical.json`, root), "utf8"));
}

/** The kinds that have fixtures; a folder that no kind uses is a leftover. */
export function fixtureKinds(provider: string): string[] {
  return readdirSync(new URL(`${provider}/`, root));
}
