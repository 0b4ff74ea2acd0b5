// What decides whether a scope is complete: the judge, and the passes that it judges.

const judgeFile = "src/inventory/judge.ts";
const judgeTests = [
  "test/inventory/judge.test.ts",
  "test/inventory/lying-list.test.ts",
  "test/inventory/changing-list.test.ts",
];
const inJudge = (find, replace, rule) => ({ file: judgeFile, find, replace, rule, tests: judgeTests });

const passesFile = "src/inventory/read-scope.ts";
const passesTests = [
  "test/inventory/read-scope.test.ts",
  "test/inventory/discover.test.ts",
  "test/inventory/left-out.test.ts",
  "test/inventory/nested.test.ts",
  "test/inventory/discover-stopping.test.ts",
];
const inPasses = (find, replace, rule) => ({ file: passesFile, find, replace, rule, tests: passesTests });
const inPass = (find, replace, rule) => ({ file: "src/inventory/pass.ts", find, replace, rule, tests: passesTests });

export const judge = [
  inJudge(
    "list.gone + list.undescribed > 0 || list.repeated > 0",
    "list.gone + list.undescribed > 0",
    "a repeated item is a hole",
  ),
  inJudge("list.gone + list.undescribed > 0 ||", "list.undescribed > 0 ||", "an item that is gone is a hole"),
  inJudge("list.gone + list.undescribed > 0 ||", "list.gone > 0 ||", "an item without a detail is a hole"),
  inJudge(
    "if (pages.some((page) => page.hasNext && page.items === 0)) return true;",
    "",
    "an empty page that is not the last is a hole",
  ),
  inJudge(
    "(page.newestMs ?? newestMs) > newestMs",
    "(page.newestMs ?? newestMs) < newestMs",
    "nothing later is newer than page 1",
  ),
  inJudge(
    "page.items > 0 || page.number === 1 ? [page.total] : []",
    "[page.total]",
    "a total past the end is no evidence",
  ),
  inJudge("read !== first || totals", "totals", "as many items as the total"),
  inJudge("|| totals.some((total) => total !== first)", "", "totals of all pages are equal"),
  inJudge(
    "if (first === undefined) return false;",
    "if (first === undefined) return true;",
    "a list without totals is judged without them",
  ),
  inJudge("page.part !== undefined && cut.has(page.part)", "false", "a part that was cut off is no evidence"),
  inJudge(
    "if (pages === undefined) parts.set(page.part, [page]);",
    "if (pages === undefined) parts.set(undefined, [page]);",
    "parts are counted apart",
  ),
  inJudge(
    "last === undefined || last.pages.length === 0",
    "last === undefined",
    "a list that was never read is no empty list",
  ),
  inJudge("if (last.unread?.length) return", "if (false) return", "unread parts are gaps"),
  inJudge("if (last.longUrns) {", "if (false) {", "an id that is too long is a gap"),
  inJudge("if (last.skipped > 0) {", "if (false) {", "an item without an id is a gap"),
  inJudge("if (last.repeated > 0) {", "if (false) {", "items that repeat twice are named so"),
  inJudge("if (hasHole(last)) {", "if (false) {", "a hole in the last pass is a gap"),
  inJudge(
    "record.required && count === 0",
    "record.required && false",
    "an empty list of a required kind is not believed",
  ),
  inJudge("outcomes.length > 0 && !outcomes.some(isGap)", "!outcomes.some(isGap)", "nothing read is not complete"),
  inJudge(
    "error.notOffered && itemsSeen === 0 && !required",
    "error.notOffered && !required",
    "absence is not believed once something was seen",
  ),
  inJudge(
    "error.notOffered && itemsSeen === 0 && !required",
    "error.notOffered && itemsSeen === 0",
    "a required kind is never absent",
  ),
  inJudge('error.code === "PERMISSION_DENIED");', 'error.code !== "INTERNAL");', "only refusals make a scope denied"),
  inJudge(
    "itemsSeen > 0 || pages.some(({ part }) => part !== undefined)",
    "itemsSeen > 0",
    "a part that was read empty was read",
  ),
  inPasses(
    "lists.length < 2 && lists.every(hasHole)",
    "lists.length < 1 && lists.every(hasHole)",
    "a pass with a hole is repeated",
  ),
  inPasses("lists.length < 2 && lists.every(hasHole)", "lists.length < 2", "a whole pass is not repeated"),
  inPass("if (lastPass === memory.pass) repeated += 1;", "", "an item that repeats in one pass is counted"),
  inPass("if (lastPass !== undefined) continue;", "", "each resource is told once"),
  inPass("skipped += 1;", "", "an item without identity is counted"),
  inPass("longUrns += 1;", "", "an id that is too long is counted"),
  inPass("gone += missed.filter(({ isGone }) => isGone).length;", "", "an item without a detail is counted as gone"),
  inPass("undescribed += missed.filter(({ isGone }) => !isGone).length;", "", "an item with another detail is counted"),
  inPass("memory.itemsSeen += page.items.length + missed.length;", "", "what was seen contradicts an absence"),
  inPass("unread.push(...(page.unread ?? []));", "", "unread parts are kept"),
  inPasses("if (leftOut.error === undefined) return", "if (true) return", "what a list left out in silence is a gap"),
  inPasses("if (!endsRun(error)) await", "await", "nothing is told after a refused credential"),
  inPasses(
    "await emitAsListed(provider, takers.emit, memory.undescribed, memory);",
    "",
    "what is listed and not described is told",
  ),
];
