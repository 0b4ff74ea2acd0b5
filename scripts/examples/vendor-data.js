// The facts of both clouds, read once: vendor/*.json, and what the overrides add to it.
import { readFileSync } from "node:fs";
import { models, routes } from "./overrides.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../vendor/${name}.json`, import.meta.url), "utf8"));
const scaleway = read("scaleway");

/** @type {Readonly<Record<"ovhcloud" | "scaleway", { paths: Record<string, any>, models: Record<string, any>, recorded: Record<string, any>, secrets: Record<string, string[]> }>>} */
export const vendorData = {
  ovhcloud: { recorded: {}, ...read("ovhcloud") },
  scaleway: {
    ...scaleway,
    paths: { ...scaleway.paths, ...routes },
    models: { ...scaleway.models, ...models },
  },
};
