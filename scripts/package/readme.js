import { readFileSync } from "node:fs";

const template = readFileSync(new URL("readme.template.md", import.meta.url), "utf8");

/** `README.md` of one package, of its manifest entry, its config's schema, and what runs it. */
export function readmeText({ name, inventory, schema, needs }) {
  const values = {
    name,
    title: inventory.title,
    needs,
    configuration: configurationTable(inventory, schema),
    rights: rightsTable(inventory),
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_mark, key) => values[key]);
}

function configurationTable({ credentials }, { properties, required = [] }) {
  const secrets = credentials.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ key }) => key));
  const rows = Object.entries(properties).map(([key, { description, enum: words, default: fallback, examples }]) => {
    const notes = [
      description,
      ...(words === undefined ? [] : [`One of ${codes(words)}.`]),
      ...(fallback === undefined ? [] : [`Default: ${codes([fallback])}.`]),
      ...(examples === undefined ? [] : [`Example: ${codes(examples)}.`]),
      ...(secrets.includes(key) ? ["Secret."] : []),
    ];
    return `| \`${key}\` | ${required.includes(key) ? "yes" : "no"} | ${cell(notes.join(" "))} |`;
  });
  return ["| Key | Required | Meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function rightsTable({ kinds }) {
  const rows = kinds.map(({ id, title, byDefault, rights: { rules = [], permissionSets = [] } }) => {
    // Access rules are needed all together; of permission sets, one is enough.
    const needs = codes(rules, "<br>") || codes(permissionSets, " or ");
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
