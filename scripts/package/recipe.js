import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { InventoryError } from "../../dist/inventory/errors.js";
import { apiVersion } from "./manifest.js";

/** The recipe's name in {@link recipeFolder}. */
export const recipeFile = "recipe.yaml";

/**
 * The folder of a package's recipe, from where the packages are. Plakar's `mkindex` finds recipes by edition, API version
 * and name, which is also how a self-hosted repository lies on its server (PlakarKorp/pkg, cmd/mkindex/plugin.go and registry.go).
 */
export function recipeFolder(name) {
  return `recipes/community/${apiVersion}/${name}`;
}

/**
 * `recipe.yaml` of one package. `mkindex -integrations FOLDER` takes the manifest from the folder that the last part of
 * `repository` names, so that part is the package's name (PlakarKorp/pkg, recipe.go and cmd/mkindex/main.go).
 *
 * @param {{name: string, version: string, repository: string | undefined}} facts the version as in package.json
 * @throws {InventoryError} INVALID_CONFIG where the repository is no URL that may be passed on.
 */
export function recipeText({ name, version, repository }) {
  const parent = repository === undefined ? "" : parentOf(repository);
  return stringify({ name, version: `v${version}`, repository: `${parent}${name}` });
}

/** Writes a recipe to its place beside the packages in a folder. */
export function writeRecipe(output, { name, recipe }) {
  const folder = join(output, recipeFolder(name));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, recipeFile), recipe);
}

function parentOf(repository) {
  const url = URL.canParse(repository) ? new URL(repository) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}` === "";
  if (!isPlain || `${url.username}${url.password}` !== "") {
    const sentence = "--repository must be an http or https URL without credentials, query or fragment";
    throw new InventoryError("INVALID_CONFIG", `${sentence}, such as https://git.example.com/backup`);
  }
  return url.href.replace(/\/*$/, "/");
}
