// docs/kinds.md: every kind, with what proves its list whole and what it needs.

export function kindsPage(providers) {
  const sections = providers.map(({ title, kinds }) => {
    const rows = kinds.map(
      ({ id, title: what, locality, below, byDefault, optional: isOptional, unproven, rights, proof }) => {
        const { optionalRules = [], optionalActions = [], ...needed } = rights;
        const needs = Object.values(needed).flat().map(code).join("<br>") || "not documented";
        const optional = [...optionalRules, ...optionalActions].map(code).join("<br>");
        const rightsCell = optional === "" ? needs : `${needs}<br>optional: ${optional}`;
        const byDefaultCell = byDefault ? (isOptional ? "where granted" : "yes") : "no";
        const place = below === undefined ? locality : `${locality}, below each \`${below}\``;
        const called = `${what}${unproven ? " (unproven)" : ""}`;
        return `| \`${id}\` | ${called} | ${place} | ${byDefaultCell} | ${proof} | ${rightsCell} |`;
      },
    );
    return [
      `## ${title}`,
      "",
      "| Kind | What | Listed per | By default | What proves the list whole | Needs |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  });
  return `# Kinds and rights

Generated from the tables of kinds by \`npm run generate\`; do not edit.

Rights of OVHcloud are access rules of a consumer key (\`GET\` and a path) and the IAM actions of the same routes. Rights of
Scaleway are permission sets; one of those named is enough, and \`AllProductsReadOnly\` stands for all of them. What is optional
adds facts such as addresses: without it a kind is read all the same, with a warning. Of a kind that is \`unproven\` no answer was ever seen.

By default: what a run that names no kinds reads. \`where granted\` is read too, and nothing fails where it is not granted:
[outcomes.md](outcomes.md#kinds-that-are-not-granted).

${sections.join("\n\n")}
`;
}

function code(right) {
  return `\`${right}\``;
}
