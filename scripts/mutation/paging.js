// How lists are read to their ends: the loops, and the dialects that run them.

const mutantsOf = (file, tests) => (find, replace, rule) => ({ file, find, replace, rule, tests });
const dialects = "test/listing/dialects.test.ts";
const ends = "test/listing/page-ends.test.ts";

const numbered = mutantsOf("src/listing/paging/numbered-pages.ts", ["test/listing/paging/numbered-pages.test.ts"]);
const details = mutantsOf("src/listing/paging/ids-then-detail.ts", ["test/listing/paging/ids-then-detail.test.ts"]);
const cursors = mutantsOf("src/listing/paging/cursor-pages.ts", ["test/listing/paging", dialects]);
const documents = mutantsOf("src/listing/paging/list-of.ts", ["test/listing/paging/list-of.test.ts", dialects]);
const reader = mutantsOf("src/listing/paging/page-reader.ts", ["test/listing/paging", dialects, ends]);
const links = mutantsOf("src/listing/paging/link.ts", ["test/listing/paging/link.test.ts"]);
const order = mutantsOf("src/listing/paging/ordered.ts", ["test/listing/paging"]);
const inDialect = (name) =>
  mutantsOf(`src/listing/dialects/${name}.ts`, [dialects, ends, "test/listing/may-shift.test.ts"]);
const nested = mutantsOf("src/listing/dialects/nested.ts", [
  "test/listing/nested.test.ts",
  "test/inventory/nested.test.ts",
  "test/inventory/nested-trees.test.ts",
]);

export const paging = [
  numbered("items.length >= size || total", "total", "a full page is followed by another, whatever the total"),
  numbered("hasNext === true || items.length", "items.length", "a page that names the next is followed by it"),
  numbered("|| total > (number - 1) * size + items.length", "", "a page below the total is followed by another"),
  numbered("page.items.length === 0 || isSame(page, before)", "isSame(page, before)", "an empty page ends the list"),
  numbered(
    "page.items.length === 0 || isSame(page, before)",
    "page.items.length === 0",
    "a page that comes again ends the list",
  ),
  numbered("Math.floor(total / served) + 1", "Math.floor(total / served)", "the last page is asked for"),
  numbered("hasNext || isFull ? 2 : 1", "hasNext ? 2 : 1", "a full first page is followed by another"),
  numbered("if (isAbsurd(first, pageSize)) throw tooManyPages(label);", "", "an absurd total is refused"),
  numbered("if (last > maxPages) throw tooManyPages(label);", "", "pages without end are refused"),
  numbered(
    "const size = Math.min(pageSize, first.items.length);",
    "const size = pageSize;",
    "a server that caps its pages is believed",
  ),
  numbered("age <= (ages[index - 1] ?? age)", "age >= (ages[index - 1] ?? age)", "newest first is recognized"),
  details("textOf(detail[idField]) === id", "true", "a detail repeats the id"),
  details("isEmpty(detail) ? undefined :", "", "a refusal in a body is no detail"),
  details("if (detail === expired) return asExpired(known);", "", "an expired item is marked"),
  details("failure ??= error;", "", "a failed detail fails the list"),
  details(
    'error.code === "UNAUTHENTICATED" || error.code === "CANCELLED"',
    "false",
    "a refused credential ends the list",
  ),
  details("isGone: detail === undefined", "isGone: false", "a missing detail says that the item has gone"),
  details("if (number === 0) yield { number: 1, items: [] };", "", "an empty list is a list that was read"),
  cursors("if (next === undefined) return;", "return;", "the next cursor is followed"),
  cursors("if (cursors.has(next)) throw", "if (false) throw", "a cursor that comes back is refused"),
  documents(
    "if (Array.isArray(list)) return list;",
    "return Array.isArray(list) ? list : [];",
    "a missing list is no empty list",
  ),
  documents("Number.isSafeInteger(value) && value >= 0", "Number.isSafeInteger(value)", "a total is not negative"),
  reader("page === 1 || isTotal(claim)", "isTotal(claim)", "page 1 has a total"),
  reader("...(hasNext ? { hasNext } : {})", "", "the next link is handed on"),
  links('.replaceAll(/<[^>]*>/g, "")', "", "the target of a link says nothing"),
  order("yield await first;\n    startAhead();", "yield await first;", "work goes on behind the window"),
  inDialect("limit-marker")(
    "items.length < limit && !hasNext",
    "items.length < limit",
    "a short page that names the next is followed by it",
  ),
  inDialect("limit-marker")(
    "if (markers.has(marker)) throw",
    "if (false) throw",
    "a marker that comes back is refused",
  ),
  inDialect("limit-marker")(
    "marker = textOf(fieldAt(items.at(-1), idField));",
    "marker = textOf(fieldAt(items.at(0), idField));",
    "the marker is the last item",
  ),
  inDialect("until-empty")(
    "if (items.length === 0) return;",
    "if (items.length < size) return;",
    "a short page is not the last",
  ),
  inDialect("until-empty")(
    "String(first + number - 1)",
    "String(number)",
    "pages are counted from their own first number",
  ),
  inDialect("single-document")(
    "fieldAt(item, onlyWhere) === false",
    "fieldAt(item, onlyWhere) !== true",
    "only what says no is none",
  ),
  inDialect("single-document")("item[idField] !== values[repeats]", "false", "a document of something else is refused"),
  inDialect("numbered-pages")(
    "madeAt === undefined ? { mayShift: true } : {}",
    "false ? { mayShift: true } : {}",
    "a list without order says that it may shift",
  ),
  nested("listed.has(parentKey(parent))", "false", "below a parent that is still listed something is unread"),
  nested("!known.has(parentKey(item))", "false", "parents that came meanwhile are read"),
  nested(
    "if (parents.items.length === 0 && parents.error !== undefined) throw parents.error;",
    "",
    "unknown parents are an error",
  ),
  nested(
    "const unread = unreadAround(parents);",
    "const unread: UnreadPart[] = [];",
    "a list of parents that is not whole is a gap",
  ),
  inDialect("with-facts")(
    'if (error.code === "PERMISSION_DENIED") refused.add(fact);',
    "",
    "a fact that is refused is not asked for again",
  ),
];
