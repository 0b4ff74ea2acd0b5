// docs/coverage.md: what `coverage` says, and the rules by which it does.
import { code, linkTo } from "./kind-page.js";

/** @param providers each with its kinds; rules and notJudged by kind id. */
export function coveragePage({ rules, notJudged, coveredClasses, providers }) {
  const kinds = new Map(providers.flatMap(({ kinds: all }) => all.map((kind) => [kind.id, kind])));
  const named = (id) => (kinds.has(id) ? linkTo(kinds.get(id), "kinds/") : code(id));
  const withoutRule = [...kinds.values()].filter(
    (kind) => coveredClasses.has(kind.class) && !Object.hasOwn(rules, kind.id) && !Object.hasOwn(notJudged, kind.id),
  );
  return `# What has a backup

Generated from the rules by \`npm run generate\`; do not edit.

\`coverage SNAPSHOT…\` says what the providers hold of the resources in one or several [snapshots](snapshots.md), by class, by project and by place,
and lists what has no backup, the largest first and of one size the oldest first. It asks no provider anything. Several snapshots are of different
accounts: the same account twice is refused. A resource that two accounts see counts once.

| Word | Said of a resource where |
| --- | --- |
| \`backup\` | there is a copy outside its own storage, or the provider makes one by itself: a protection \`automatic-backup\` or \`backup\` is \`enabled\` and has copies, or another resource names it by \`backup-of\`, or an agent or a schedule that runs names it by \`protects\` |
| \`snapshots-only\` | there are copies on its own storage, which are lost with it, and everything that could tell of a backup was read and tells of none |
| \`none-found\` | everything that could tell of copies was read to its end where they would be, and tells of none |
| \`unknown\` | not everything was; the reason stands with it |
| \`stale\` | it has a backup, and with \`--max-age\` the newest was older than that when the resource was read; a backup whose date is not known is not called stale |

Versioning, object lock, replication and protection from deletion are safeguards. They are shown beside, and are no backups: they follow the
resource into a mistake, or end with it.

A copy that failed, is being made or is being deleted is none, and an automatic backup that says of itself that it has no copies is none either.

## So that little is unknown

Copies are kinds of their own, which a run reads only where they are named:

\`\`\`sh
cloud-inventory discover --kinds compute,storage,databases,web,backups --snapshot today/
cloud-inventory coverage today/ovh.ndjson today/scaleway.ndjson
\`\`\`

The rest of what is unknown is told by its reason: a kind that was not read, a right that is missing, a list that was not read to its end, may have been
cut short in silence or may shift while it is read. None of them is ever taken for \`none-found\`. A copy is looked for in the places of the resource's
project: in its own region or zone the list has to be \`completed\`, in all others \`completed\` or \`not-offered\`.

## What the backup tool protects

\`--protected FILE\` joins what a backup tool protects: URNs, a line each; or CSV with a header that has a column \`urn\`, separated by commas,
semicolons or tabs; or NDJSON with a field \`urn\`. Only then is anything called \`unprotected\`: what is not in the file, and has no backup of its provider
that is not stale. What is not in the file and \`unknown\` stays unknown. How many URNs of the file no snapshot holds is said too.

## In a pipeline

| Exit code | Where |
| --- | --- |
| 0 | without \`--fail-on\`; or nothing fails and everything is known |
| 5 | \`--fail-on none-found\`: a resource is \`none-found\` or stale; \`--fail-on unprotected\` (with \`--protected\`): one is unprotected |
| 4 | nothing fails, and a resource is unknown or a snapshot is incomplete |
| 2 | no such snapshot, or the file of \`--protected\` is none |

\`--format json\` is one document, \`ndjson\` the same in lines; [fields.md](fields.md#what-has-a-backup) has every field of both. Both hold every
resource that was judged, with or without a backup; \`table\` and \`markdown\` list the first 100 without one. A program has the same by
\`coverageOf\` of \`cloud-inventory-plugin\`.

## The rules

Judged are the classes ${[...coveredClasses].map(code).join(", ")}, and other kinds where a rule stands below. Any copy that is seen counts, rule or not;
a rule says what has to be read before a resource is said to have none.

| Kind | Tells itself | Its backups | Its snapshots | Judged so because |
| --- | --- | --- | --- | --- |
${Object.entries(rules)
  .map(([id, rule]) => ruleRow(named(id), rule, named))
  .join("\n")}

A whole that is covered as its parts has a backup where each part has one, as old as the oldest of them, and none where one part has none. A part that
is covered as its whole has a backup where the whole has an automatic one: what was made by hand may be of another part.

No rule tells what would have to be read of these, so that without a copy they are \`unknown\`:
${withoutRule.map((kind) => named(kind.id)).join(", ")}.

Not judged, though of such a class:

${groupsOf(notJudged)
  .map(([why, ids]) => `- ${why}: ${ids.map(named).join(", ")}`)
  .join("\n")}
`;
}

const relations = {
  "has-volume": "covered as its volumes are",
  "member-of": "covered as what it is a member of is",
  "attached-to": "covered as what it is attached to is",
};

function ruleRow(kind, { tells = [], copies = [], coveredAs, why }, named) {
  const of = (type) =>
    copies
      .filter((one) => one.type === type)
      .map((one) => `${named(one.kind)}${one.namesNothing ? " (of unnamed)" : ""}`)
      .join(", ");
  const because = [relations[coveredAs], why].filter((text) => text !== undefined).join("; ");
  return `| ${kind} | ${tells.map(code).join(", ")} | ${of("backup")} | ${of("snapshots")} | ${because} |`;
}

function groupsOf(notJudged) {
  const groups = {};
  for (const [id, why] of Object.entries(notJudged)) groups[why] = [...(groups[why] ?? []), id];
  return Object.entries(groups);
}
