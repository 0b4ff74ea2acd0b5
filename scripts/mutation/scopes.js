// Where kinds are read: a place that is forgotten is lost with everything in it.

const mutantsOf = (file, tests) => (find, replace, rule) => ({ file, find, replace, rule, tests });

const ovh = mutantsOf("src/providers/ovh/scopes.ts", [
  "test/providers/ovh-enumeration.test.ts",
  "test/providers/absence.test.ts",
  "test/providers/ovh.test.ts",
  "test/providers/ovh/absence-words.test.ts",
]);
const idList = mutantsOf("src/providers/ovh/id-list.ts", ["test/providers/ovh-enumeration.test.ts"]);
const scaleway = mutantsOf("src/providers/scaleway/scopes.ts", [
  "test/providers/scaleway-organization.test.ts",
  "test/providers/scaleway-places.test.ts",
  "test/providers/absence.test.ts",
  "test/providers/scaleway.test.ts",
]);
const projects = mutantsOf("src/providers/scaleway/organization-projects.ts", [
  "test/providers/scaleway-organization.test.ts",
]);
const localities = mutantsOf("src/providers/scaleway/localities.ts", [
  "test/providers/scaleway-rules.test.ts",
  "test/providers/scaleway-places.test.ts",
  "test/providers/absence.test.ts",
]);
const proven = mutantsOf("src/providers/scaleway/proven-projects.ts", [
  "test/providers/scaleway-rules.test.ts",
  "test/providers/scaleway.test.ts",
  "test/providers/scaleway-reasons.test.ts",
]);

export const scopes = [
  ovh(
    "if (configured) return yield* scopesIn(projectIds, kinds, context, options);",
    "if (configured) return;",
    "named projects are read",
  ),
  ovh("yield { kinds: below, scope: { ...accountScope, realm }, error };", "", "no project at all is an error"),
  ovh("projects.ids.filter((id) => !places.projects.has(id))", "[]", "a project that only a later pass named is read"),
  ovh("if (projects.gap !== undefined) {", "if (false) {", "projects that are not known are a gap"),
  ovh(
    "yield { kinds: ofRegion, scope: { ...unknownScope(name), realm }, error: unknownRegion(name, [...found]) };",
    "",
    "a chosen region that no project has is an error",
  ),
  ovh(
    "!places.isWhole || places.projects.size === 0",
    "places.projects.size === 0",
    "unknown regions say nothing of a chosen one",
  ),
  ovh(
    "yield { kinds: ofRegion, scope: at(projectScope(project)), error };",
    "",
    "regions that are not known are a gap",
  ),
  ovh("if (isChosen(name, chosen)) yield { kinds: ofRegion", "yield { kinds: ofRegion", "only chosen regions are read"),
  ovh("chosen.length === 0 || chosen.includes(region)", "chosen.includes(region)", "no choice is every region"),
  ovh(
    'names.length > 0 ? { names } : { names, error: invalid(label, "answered with no region at all") }',
    "{ names }",
    "a project without regions is an error",
  ),
  ovh(
    "ofProject !== project || name === undefined",
    "name === undefined",
    "a remembered region is read in its own project",
  ),
  ovh(
    "for (const { kinds: ofMemory, scope } of rememberedRegions(ofRegion, project, names, context)) {",
    "for (const { kinds: ofMemory, scope } of rememberedRegions([], project, names, context)) {",
    "a remembered region is read again",
  ),
  ovh('if (kind.locality !== "region") return withoutAbsence(error);', "", "a whole project's list is never absent"),
  ovh(
    "if (kind.regionService === undefined && !(error instanceof SaidAbsent)) return withoutAbsence(error);",
    "",
    "only words about the product make it absent",
  ),
  ovh(
    "if (detail === undefined) return contradictedAbsence(error, unknownRegionEvidence, kind, scope);",
    "if (detail === undefined) return error;",
    "an unknown region has no absent product",
  ),
  ovh(
    "return named ? contradictedAbsence",
    "return false ? contradictedAbsence",
    "a region that lists the product contradicts its absence",
  ),
  ovh("if (name !== scope.locality) throw otherItem();", "", "another region's services say nothing"),
  idList("if (hole === undefined) return entries;", "return entries;", "a list of ids with a hole is read again"),
  idList(
    "for (const id of usableIds(entries)) ids.add(id);",
    "ids.clear();\n      for (const id of usableIds(entries)) ids.add(id);",
    "what any pass named counts",
  ),
  idList("if (entries.length > mostIds) throw", "if (false) throw", "an absurd number of ids is refused"),
  idList("failure = isEmptied ?", "failure = false ?", "a list that was emptied is a gap"),
  idList("usableIds(entries).length < different", "false", "an entry that is no id is a gap"),
  idList("return different < entries.length", "return false", "an id that is named twice is a hole"),
  scaleway(
    "const projects = [...new Set([...configured, ...listed.map(({ id }) => id)])];",
    "const projects = configured;",
    "the organization's projects are read",
  ),
  scaleway(
    "config.scw_scope === undefined && listed.length",
    "listed.length",
    "who insists on the organization is not forgiven",
  ),
  scaleway("&& listed.length === 0 && isDenial(error)", "&& isDenial(error)", "a list that broke off is not forgiven"),
  scaleway("listed.length === 0 && isDenial(error)", "listed.length === 0", "only a refusal is forgiven"),
  scaleway(
    "error === undefined ? [] : [{ kinds: inProjects, scope: accountScope, error }]",
    "[]",
    "projects that are not known are a gap",
  ),
  scaleway(
    "refusal === undefined ? [] : lostProjects",
    "true ? [] : lostProjects",
    "projects that were read before are missed",
  ),
  scaleway(
    "regions.length === 0 ? rememberedPlaces(kind, project, remembered) : []",
    "[]",
    "a remembered place is read again",
  ),
  scaleway(
    "const error = organization ?? new InventoryError(",
    "return entries;\n  const error = organization ?? new InventoryError(",
    "an unknown organization is a gap",
  ),
  projects("(await readOnce(reader, organization, window, known)) ||", "", "projects that changed are read again"),
  projects("if (!isWhole) throw", "if (false) throw", "projects that changed twice are a gap"),
  projects("else if (ids.has(project.id)) repeated += 1;", "", "a project that repeats is a hole"),
  projects("skipped === 0 && !hasHole", "!hasHole", "a project without an id is a gap"),
  projects(
    "project.organization_id.toLowerCase() !== organization",
    "false",
    "another organization's project is refused",
  ),
  localities(
    "if (scope.locality === undefined) return withoutAbsence(error);",
    "",
    "what is in no place is not absent there",
  ),
  localities(
    "if (!listedPlaces(kind).includes(scope.locality)) return error;",
    "return error;",
    "a place that the SDK lists has the product",
  ),
  localities("...(missingFromSdk[apiOf(kind)] ?? [])", "", "places beyond the SDK are read"),
  localities(
    "if (chosen.length + unknown.length > 0) return",
    "return",
    "a kind that is known nowhere is asked for all the same",
  ),
  proven('else if (typeof owner === "string") {', "else if (false) {", "another project's item is refused"),
  proven(
    "if (await askAccount(project, reader, context)) return;",
    "return;",
    "an empty project has to be shown to exist",
  ),
];
