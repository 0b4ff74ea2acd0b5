// docs/fields.md: every field of what is written to be read by other programs, from its JSON Schema.
import { code } from "./kind-page.js";

/** @param schemas JSON Schemas by name, of which `snapshot` is one. */
export function fieldsPage(schemas) {
  const lines = variantsOf(schemas.snapshot);
  return `# Fields

Generated from the schemas by \`npm run generate\`; do not edit. [queries.md](queries.md) asks questions with these fields.

Names and meanings stay; what changes them gives snapshots another number (\`format\` of their first line). \`a.b\` is the member \`b\` of
\`a\`, \`a[]\` each entry of a list, \`a.*\` each member of an object whose members have names of their own.
\`cloud-inventory schema NAME\` prints the JSON Schema.

## A snapshot

Each line of a [snapshot](snapshots.md) is one object, whose \`type\` says which of these it is
(\`cloud-inventory schema snapshot\`).

${lines.map((line) => `### \`${typeOf(line)}\`\n\n${tableOf(line)}`).join("\n\n")}

## What changed

The document of \`diff --format json\` (\`cloud-inventory schema diff-document\`). \`--format ndjson\` has each of the
\`differences\` and the \`summary\` in a line of its own.

${tableOf(schemas["diff-document"])}

## What has a backup

The document of \`coverage --format json\` (\`cloud-inventory schema coverage-document\`). \`--format ndjson\` has each of the
\`resources\` in a line of type \`resource\`, and everything else in a last line of type \`summary\`.

${tableOf(schemas["coverage-document"])}
`;
}

/** The objects of which one stands in each line, in the order of the file. */
function variantsOf(schema) {
  const inner = schema.anyOf ?? schema.oneOf;
  return inner === undefined ? [schema] : inner.flatMap(variantsOf);
}

const typeOf = ({ properties }) => properties.type.const;

function tableOf(schema) {
  // The heading names the type of a line.
  const rows = fieldsOf(schema).filter(({ name }) => name !== "type");
  return [
    "| Field | Is | Always there | Says |",
    "| --- | --- | --- | --- |",
    ...rows.map((row) => `| ${code(row.name)} | ${row.is} | ${row.isRequired ? "yes" : ""} | ${row.says} |`),
  ].join("\n");
}

/** Every field of an object, those of the objects in it too. */
function fieldsOf({ properties = {}, required = [] }, path = "", isWithin = true) {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${path}${key}`;
    const isRequired = isWithin && required.includes(key);
    const says = (schema.description ?? "").replaceAll("|", "\\|");
    return [{ name, is: wordsFor(schema), isRequired, says }, ...within(schema, name)];
  });
}

function within(schema, name) {
  if (schema.type === "array") return within({ ...schema.items }, `${name}[]`);
  if (schema.properties !== undefined) return fieldsOf(schema, `${name}.`);
  const { additionalProperties } = schema;
  return additionalProperties?.properties === undefined ? [] : fieldsOf(additionalProperties, `${name}.*.`);
}

function wordsFor(schema) {
  const { type, enum: words, const: only, format, items, additionalProperties } = schema;
  if (only !== undefined) return code(JSON.stringify(only));
  if (words !== undefined) return words.map((word) => code(word === "" ? '""' : word)).join(", ");
  if (format === "date-time") return "a date (RFC 3339)";
  if (type === "array") return `a list: ${wordsFor(items)}`;
  if (type === "object")
    return additionalProperties ? `an object: each member ${wordsFor(additionalProperties)}` : "an object";
  return (
    { string: "text", integer: "a whole number", number: "a number", boolean: "true or false" }[type] ?? "any JSON"
  );
}
