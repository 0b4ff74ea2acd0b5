// docs/kinds.md: the families of kinds, each with a page of its own, what was never seen live, and the connectors that take kinds.
import { code, linkTo } from "./kind-page.js";

/** @param providers each with its kinds; `neverSeen` of a kind says why nobody has seen an answer of it. */
export function kindsPage({ families, providers, connectors, exceptions }) {
  return `# Kinds and rights

Generated from the tables of kinds by \`npm run generate\`; do not edit. Kinds are grouped by families, whichever cloud they are of;
each family has a page that says of each kind what it is, which connectors take it, where it is listed and what for, its URN, its
protection and relations, and what shows that its list is whole.

${familyTable(families, providers)}

What holds for all pages:

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

URN: what stands in braces is filled in. It is a field of the item, such as \`{id}\`; the project, region or zone that it was listed
in; or the id of what it is below, by that kind. The realm is \`eu\`, \`ca\` or \`us\`. Protection and relations are those of the
kind's golden resource, which is made of one typical item (\`fixtures/\` in the repository); an item may have fewer, and another
target.

By default: what a run that names no kinds reads. \`where granted\` is read too, and nothing fails where it is not granted:
[outcomes.md](outcomes.md#kinds-that-are-not-granted).

Family: \`kinds\` and \`--kinds\` take a family's name for all of its kinds: ${Object.keys(families).map(code).join(", ")}.
A kind of \`people\` is read only where it is named by its whole id: never by default, by \`all\`, by a pattern or by its family.

Requests: what reading the kind takes in each place, or below each item of the kind that it is listed below, whose list is read once a place for all
that is below it. \`1 an item / 50 in batches\` is one request for up to 50 items. Finding the places comes on top, once a run: the list of
OVHcloud's projects and the regions of each, or the pages of Scaleway's projects. From three projects on, one list of a Scaleway organization takes the place of
one a project where it is [shown to be whole](outcomes.md). \`cloud-inventory kinds --requests\` adds it all up for an account.

${neverSeenSection(providers)}

${connectorSection(connectors)}

${exceptionSection(exceptions)}
`;
}

function familyTable(families, providers) {
  const rows = Object.entries(families).flatMap(([family, what]) => {
    const kinds = providers.flatMap(({ kinds: all }) => all.filter((kind) => kind.family === family));
    if (kinds.length === 0) return [];
    return [
      `| [${family}](kinds/${family}.md) | ${what} | ${kinds.map((kind) => linkTo(kind, "kinds/")).join(", ")} |`,
    ];
  });
  return ["| Family | What | Kinds |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Kinds by why nobody has seen an answer of them. */
function neverSeenSection(providers) {
  const reasons = providers.flatMap(({ title, kinds }) => {
    return Object.entries(groupsOf(kinds)).map(([reason, ofReason]) => {
      const isAll = ofReason.length === kinds.length;
      const named = isAll ? "every kind" : ofReason.map((kind) => linkTo(kind, "kinds/")).join(", ");
      return `- ${title}: ${named}. ${reason}`;
    });
  });
  return `## Never seen live

No live account was at hand ([unproven.md](unproven.md)). Of these kinds not even an answer was recorded by anybody:

${reasons.join("\n")}`;
}

function groupsOf(kinds) {
  const groups = {};
  for (const kind of kinds.filter(({ neverSeen }) => neverSeen !== undefined)) {
    groups[kind.neverSeen] = [...(groups[kind.neverSeen] ?? []), kind];
  }
  return groups;
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
