// What docs/not-covered.md says of a list that is wanted now.
import { readFileSync } from "node:fs";
import { singular, snake } from "../examples/words.js";

const page = readFileSync(new URL("../../docs/not-covered.md", import.meta.url), "utf8");
const titles = { ovh: "OVHcloud", scaleway: "Scaleway" };

/**
 * The rows of the page that speak of the product, by its id or by its route, or may do so.
 *
 * @param {{ provider: string, id: string, path: string }} wanted
 * @returns {readonly { name: string, reason: string }[]}
 */
export function notCovered({ provider, id, path }) {
  const wanted = new Set([...wordsOfId(id), ...wordsOfPath(path)]);
  const isWanted = (word) => wanted.has(word);
  const isMeant = ({ words, owner }) => words.every(isWanted) && (owner.length === 0 || owner.some(isWanted));
  return rowsOf(titles[provider]).flatMap(({ names, reason }) => {
    const found = namesIn(names).find(isMeant);
    return found === undefined ? [] : [{ name: found.name, reason }];
  });
}

/** The rows of a provider's tables, without their heads. */
function rowsOf(title) {
  const sections = page.split(/^## /m).filter((section) => section.startsWith(`${title}: `));
  return sections.flatMap((section) => {
    const [, , ...rows] = [...section.matchAll(/^\| (.+?) \| (.+) \|$/gm)];
    return rows.map(([, names, reason]) => ({ names, reason }));
  });
}

/** Ids of kinds (`ovh.ceph`), or words for people: names, and maybe whose they are (`modules, tasks of a hosting; lists of mail`). */
function namesIn(names) {
  const ids = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => ({ name, words: wordsOfId(name), owner: [] }));
  return ids.length > 0 ? ids : names.split("; ").flatMap(namesInWords);
}

function namesInWords(text) {
  const { list = text, owner = "" } = text.match(/^(?<list>.+) of (?<owner>[^,]+)$/)?.groups ?? {};
  return list.split(/, | and /).map((name) => ({ name: text, words: wordsIn(name), owner: wordsIn(owner) }));
}

function wordsOfId(id) {
  const [, ...parts] = id.split(".").filter((part) => part !== "cloud");
  return parts.flatMap(wordsIn);
}

/** Each step of a path is one word or several: `/allDom` is `alldom` as well. */
function wordsOfPath(path) {
  const steps = path.split("/").filter((step) => step !== "" && !/^\{|^v\d/.test(step));
  return steps.flatMap((step) => [...wordsIn(step), singular(step.toLowerCase())]);
}

const wordsIn = (text) =>
  snake(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => !/^(|an?|and|of|the)$/.test(word))
    .map(singular);
