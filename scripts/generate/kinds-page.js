// docs/kinds.md: every kind, with what proves its list whole and what it needs, and the connectors that take them.

export function kindsPage(providers, connectors, exceptions, families) {
  const sections = providers.map(({ title, kinds }) => {
    const rows = kinds.map(
      ({
        id,
        title: what,
        family,
        locality,
        below,
        connectors = [],
        byDefault,
        optional: isOptional,
        unproven,
        personal,
        rights,
        proof,
        requests,
        mayShift,
      }) => {
        const takenBy = connectors.map(code).join(", ") || "none";
        const { optionalRules = [], optionalActions = [], ...needed } = rights;
        const needs = Object.values(needed).flat().map(code).join("<br>") || "not documented";
        const optional = [...optionalRules, ...optionalActions].map(code).join("<br>");
        const rightsCell = optional === "" ? needs : `${needs}<br>optional: ${optional}`;
        const byDefaultCell = byDefault ? (isOptional ? "where granted" : "yes") : "no";
        const place = below === undefined ? locality : `${locality}, below each \`${below}\``;
        const called = `${what}${unproven ? " (unproven)" : ""}${personal ? " (people)" : ""}`;
        return `| \`${id}\` | ${called} | ${family} | ${place} | ${takenBy} | ${byDefaultCell} | ${proof}${mayShift ? " (may shift)" : ""} | ${requests} | ${rightsCell} |`;
      },
    );
    return [
      `## ${title}`,
      "",
      "| Kind | What | Family | Listed per | Connectors | By default | What proves the list whole | Requests | Needs |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  });
  return `# Kinds and rights

Generated from the tables of kinds by \`npm run generate\`; do not edit.

Rights of OVHcloud are access rules of a consumer key (\`GET\` and a path) and the IAM actions of the same routes. Rights of
Scaleway are permission sets; one of those named is enough, and \`AllProductsReadOnly\` stands for all of them. What is optional
adds facts such as addresses: without it a kind is read all the same, with a warning. Of a kind that is \`unproven\` no answer was ever seen.
A list that \`may shift\` has pages between which a resource can slip while others come and go, and nothing shows it: the run's \`started\` event
names such kinds in \`mayShift\` ([unproven.md](unproven.md#lists-that-may-shift)).

Connectors: the backup connectors of the control plane that can take its resources, by the name that their locations begin with; the
attributes of an endpoint are what these take. Where a class alone makes a control plane choose a connector that takes none of the
kind, such as \`scaleway-block\` for local volumes, \`details.attributes.connector\` is \`none\`. [What connectors take](#what-connectors-take)
is below.

Kinds and products that are known and not read stand in [not-covered.md](not-covered.md), each with its reason.

By default: what a run that names no kinds reads. \`where granted\` is read too, and nothing fails where it is not granted:
[outcomes.md](outcomes.md#kinds-that-are-not-granted).

Family: \`kinds\` and \`--kinds\` take a family's name for all of its kinds: ${Object.keys(families).map(code).join(", ")}.
A kind of \`people\` is read only where it is named by its whole id: never by default, by \`all\`, by a pattern or by its family.

Requests: what reading the kind takes in each place, or below each item of the kind that it is listed below, whose list is read once a place for all
that is below it. \`1 an item / 50 in batches\` is one request for up to 50 items. Finding the places comes on top, once a run: the list of
OVHcloud's projects and the regions of each, or the pages of Scaleway's projects. From three projects on, one list of a Scaleway organization takes the place of
one a project where it is [shown to be whole](outcomes.md). \`cloud-inventory kinds --requests\` adds it all up for an account.

${sections.join("\n\n")}

${connectorSection(connectors)}

${exceptionSection(exceptions)}
`;
}

function connectorSection(connectors) {
  const rows = Object.entries(connectors).map(([id, { class: itsClass, subclass, reachedBy, keys, source }]) => {
    const taken = Object.entries(keys).map(([key, words]) =>
      words === "text" ? code(key) : `${code(key)} (${Object.keys(words).join(", ")})`,
    );
    const of = subclass === "" ? itsClass : `${itsClass}/${subclass}`;
    return `| ${code(id)} | ${of} | ${reachedBy.join(", ")} | ${taken.join("<br>") || "none"} | ${source} |`;
  });
  return `## What connectors take

A connector refuses every key that its schema does not know. So an endpoint that it is reached by has these attributes at most, each in
the connector's own words; a word that it does not have is left out. What else is known of a resource is in \`details.attributes\`.

| Connector | Class | Reached by | Attributes | Source |
| --- | --- | --- | --- | --- |
${rows.join("\n")}`;
}

function exceptionSection(exceptions) {
  const rows = Object.entries(exceptions).map(([id, reason]) => `- ${code(id)}: ${reason}`);
  return `## Read by default without a connector

The default set is what a connector takes, and these:

${rows.join("\n")}`;
}

function code(right) {
  return `\`${right}\``;
}
