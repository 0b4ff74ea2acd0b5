import { readFileSync } from "node:fs";

const template = readFileSync(new URL("readme.template.md", import.meta.url), "utf8");

/** `README.md` of one package, of its manifest entry, its config's schema, and what runs it. */
export function readmeText({ name, inventory, schema, needs, npmPackage }) {
  const values = {
    name,
    title: inventory.title,
    needs,
    npmPackage,
    configuration: configurationTable(inventory, schema),
    rights: rightsTable(inventory),
    oneKind: inventory.kinds[0].id,
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_mark, key) => values[key]);
}

function configurationTable({ credentials }, { properties, required = [] }) {
  const fields = credentials.flatMap(({ kind, fields: ofKind }) => ofKind.map((field) => ({ kind, ...field })));
  const rows = Object.entries(properties).map(([key, property]) => {
    const uses = fields.filter((field) => field.key === key);
    const isSecret = uses.some(({ secret }) => secret);
    const families = codes(uses.map(({ kind }) => kind));
    const needed = required.includes(key) ? "yes" : families && `for ${families}`;
    return `| \`${key}\` | ${needed || "no"} | ${cell(meaningOf(property, isSecret))} |`;
  });
  return [...choiceOf(credentials), "| Key | Required | Meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Where there are several kinds of credential, a config holds the keys of one. */
function choiceOf(credentials) {
  if (credentials.length === 1) return [];
  return [`A config holds exactly one credential: ${codes(credentials.map(({ kind }) => kind))}.`, ""];
}

function meaningOf({ description, enum: words, default: fallback, examples }, isSecret) {
  const notes = [
    description,
    words && `One of ${codes(words)}.`,
    fallback && `Default: ${codes([fallback])}.`,
    examples && `Example: ${codes(examples)}.`,
    isSecret && "Secret.",
  ];
  return notes.filter(Boolean).join(" ");
}

function rightsTable({ kinds }) {
  const rows = kinds.map(({ id, title, byDefault, rights }) => {
    const { rules = [], permissionSets = [] } = rights;
    // Access rules are needed all together; of permission sets, one is enough. Other clouds have words of their own.
    const needs =
      codes(rules, "<br>") ||
      codes(permissionSets, " or ") ||
      codes(Object.values(rights).flat(), "<br>") ||
      "not documented";
    return `| \`${id}\` | ${cell(title)} | ${byDefault ? "yes" : "no"} | ${needs} |`;
  });
  return ["| Kind | What | By default | Needs |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function codes(words, separator = ", ") {
  return words.map((word) => `\`${word}\``).join(separator);
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
