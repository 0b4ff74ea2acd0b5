// The rows of every product, loaded from the build: what has a folder counts, whether the products' index names it yet or not.
import { existsSync, readdirSync } from "node:fs";

const build = new URL("../../dist/providers/", import.meta.url);

/** `{ product: rows }` of a provider, in the order of the folders. */
export async function productsOf(provider) {
  const folder = new URL(`${provider}/products/`, build);
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder)
    .filter((name) => existsSync(new URL(`../../src/providers/${provider}/products/${name}/index.ts`, import.meta.url)))
    .sort();
  const loaded = names.map(async (name) => [name, (await import(new URL(`${name}/index.js`, folder))).kinds]);
  return Object.fromEntries(await Promise.all(loaded));
}

/** The path of a row's own list, and of an item's detail where the list tells ids alone. */
export function pathsOf({ list }) {
  const pathOf = (of) => list.calls.find((call) => call.of === of)?.path;
  return { list: pathOf("list"), detail: pathOf("item") };
}

/** `/vps/*` for `/vps/{serviceName}`. */
export function anonymous(path) {
  return path.replace(/\{\w+\}/g, "*");
}
