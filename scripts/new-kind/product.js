// Where a new row belongs: the file of its parent, of the same API, or a new folder.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathsOf } from "../generate/rows.js";
import { exportedRow, holdsList, holdsRow, namesIn, productsIn } from "./syntax.js";
import { wordsOf } from "./words.js";

const root = new URL("../../", import.meta.url);

/** The API of a Scaleway path: `/iot/v1`. */
export const apiOf = (path) => path.split("/").slice(0, 3).join("/");

/**
 * The file that the row goes into, with what it holds; the text is undefined where there is none yet.
 *
 * @param rowsOfProduct the rows of each product's folder.
 */
export function fileFor({ id, provider, product }, { path, rest }, parent, rowsOfProduct) {
  const folder = product ?? folderOf({ id, provider }, { path, rest }, parent, rowsOfProduct);
  const base = `src/providers/${provider}/products/${folder}`;
  const files = existsSync(new URL(base, root)) ? readdirSync(new URL(base, root)) : [];
  const texts = Object.fromEntries(
    files
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name, readFileSync(new URL(`${base}/${name}`, root), "utf8")]),
  );
  const holder = parent && Object.keys(texts).find((name) => holdsRow(texts[name], parent.id));
  const exported = holder && !holdsList(texts[holder]) ? exportedRow(texts[holder], parent.id) : undefined;
  const file = exported === undefined ? (holder ?? "index.ts") : "index.ts";
  return {
    folder: base,
    file,
    path: `${base}/${file}`,
    text: texts[file],
    answers: texts["answers.ts"],
    beside: Object.fromEntries(Object.entries(texts).filter(([name]) => name !== file)),
    parentElsewhere: exported === undefined ? undefined : { name: exported, module: `./${holder}` },
    lacksParent: parent !== undefined && holder === undefined,
  };
}

function folderOf({ id, provider }, { path, rest }, parent, rowsOfProduct) {
  const folders = Object.entries(rowsOfProduct);
  const isSame = parent
    ? (row) => row.id === parent.id
    : (row) => provider === "scaleway" && apiOf(pathsOf(row).list ?? "") === apiOf(path);
  return folders.find(([, rows]) => rows.some(isSame))?.[0] ?? wordsOf(id, rest).service;
}

/** The names that are taken in a file, and in the schemas beside it. */
export function takenNames({ text = "", answers = "" }) {
  return new Set([...namesIn(text), ...namesIn(answers)]);
}

/** A name that is not taken: `Cluster`, or `KafkaCluster`. */
export function freeName(taken, ...names) {
  return names.find((name) => !taken.has(name)) ?? `${names.at(-1)}Row`;
}

const byProject = { project_id: "{project}" };
const usual = { organization: { organization_id: "{organization}" }, none: {} };

/** What a Scaleway product says of its lists where it is silent (`scalewayProduct` of `src/providers/scaleway/kind.ts`). */
export function usualOf(locality) {
  return { filter: usual[locality] ?? byProject, order: { order_by: "created_at_desc" }, sizeParameter: "page_size" };
}

/** The product that a file, or one beside it, declares for an API and a locality already; `module` is the other one. */
export function declaredProduct({ text = "", beside }, { api, locality }) {
  const own = productsIn(text);
  const others = Object.entries(beside).flatMap(([name, other]) =>
    productsIn(other).map((product) => ({ ...product, module: `./${name}` })),
  );
  const found = [...own, ...others].find((product) => product.api === api && product.locality === locality);
  return found === undefined ? undefined : { ...usualOf(locality), ...found };
}
