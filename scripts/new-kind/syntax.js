// Reads and changes a product's file by its syntax tree: whatever stands in it stays as somebody wrote it.
import ts from "typescript";
import { Refusal } from "./refusal.js";

const parse = (text) => ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);

/** Every constant of a file, by its name. */
function constantsOf(source) {
  const statements = source.statements.filter(ts.isVariableStatement);
  return statements.flatMap((statement) =>
    statement.declarationList.declarations
      .filter(({ name }) => ts.isIdentifier(name))
      .map((declaration) => ({ name: declaration.name.text, statement, ...declarationOf(declaration) })),
  );
}

const declarationOf = ({ type, initializer }) => ({ type: type?.getText(), value: initializer });

/** The list that a file exports its rows in. */
function rowsOf(source) {
  return constantsOf(source).find(
    ({ type, value }) =>
      /\bListedKind\[\]$/.test(type ?? "") && value !== undefined && ts.isArrayLiteralExpression(value),
  );
}

/** The names that a file declares or imports. */
export function namesIn(text) {
  const source = parse(text);
  const imported = source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause: clause }) => {
    const named = clause?.namedBindings;
    if (named === undefined) return [];
    return ts.isNamespaceImport(named) ? [named.name.text] : named.elements.map(({ name }) => name.text);
  });
  const functions = source.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text);
  const types = source.statements.filter((one) => ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one));
  const declared = constantsOf(source).map(({ name }) => name);
  return [...imported, ...functions, ...types.map(({ name }) => name.text), ...declared];
}

/** Whether a file has a list of rows, which more can be added to. */
export const holdsList = (text) => rowsOf(parse(text)) !== undefined;

/** The name by which a file exports the row of a kind; undefined where it has it in another form. */
export function exportedRow(text, kind) {
  const isExported = ({ modifiers }) => modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true;
  const isRow = ({ type, value }) => type === undefined && value !== undefined && holdsRow(value.getText(), kind);
  return constantsOf(parse(text)).find((constant) => isExported(constant.statement) && isRow(constant))?.name;
}

/** Whether a file holds the row of a kind. */
export const holdsRow = (text, kind) => new RegExp(`\\bid: "${kind.replace(/\./g, "\\.")}"`).test(text);

/** The products of Scaleway that a file declares: their names, and what `scalewayProduct` is told where that is plain text. */
export function productsIn(text) {
  const isProduct = ({ value }) =>
    value !== undefined && ts.isCallExpression(value) && value.expression.getText() === "scalewayProduct";
  return constantsOf(parse(text))
    .filter(isProduct)
    .map(({ name, value }) => ({ name, ...plainValue(value.arguments[0]) }));
}

function plainValue(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(plainValue);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const plain = node.properties.filter(ts.isPropertyAssignment);
  return Object.fromEntries(plain.map(({ name, initializer }) => [name.text, plainValue(initializer)]));
}

/**
 * A file with one more row.
 *
 * @param {string} text
 * @param {{ statements: readonly string[], parent?: { id: string, name: string, module?: string },
 *   row: (parentName: string | undefined) => string }} addition
 *   `statements` come before the list of rows; a parent that stands in the list gets a name of its own, and one that another
 *   file exports has one
 */
export function withRow(text, { statements, parent, row }) {
  const source = parse(text);
  const rows = rowsOf(source);
  if (rows === undefined)
    throw new Refusal("the product's file has no list of rows to add one to: name a new folder by --product");
  const isNamed = parent === undefined || parent.module !== undefined;
  const named = isNamed ? { name: parent?.name } : namedParent(source, rows, parent);
  const list = rows.value;
  const end = list.end - 1;
  const start = rows.statement.getStart(source, true);
  const comma = list.elements.length > 0 && !list.elements.hasTrailingComma ? "," : "";
  const above = [...(named.statement === undefined ? [] : [named.statement]), ...statements].join("\n\n");
  const inserts = [
    [start, start, above === "" ? "" : `${above}\n\n`],
    ...(named.replace === undefined ? [] : [[...named.replace, named.name]]),
    [end, end, `${comma}\n${row(named.name)},\n`],
  ];
  return changed(text, inserts);
}

/** What the parent's row is called, or is to be called, in the file. */
function namedParent(source, rows, { id, name }) {
  const isParent = (node) => node !== undefined && holdsRow(node.getText(), id);
  const constant = constantsOf(source).find(({ statement, value }) => statement !== rows.statement && isParent(value));
  if (constant !== undefined) return { name: constant.name };
  const element = rows.value.elements.find((node) => !ts.isSpreadElement(node) && isParent(node));
  if (element === undefined)
    throw new Refusal(`${id} stands in its file in a form that is not known here: write the row by hand`);
  return { name, statement: `const ${name} = ${element.getText()};`, replace: [element.getStart(), element.end] };
}

/** A file with more imports; what it imports already stays. */
export function withImports(text, imports) {
  return imports.reduce(withImport, text);
}

function withImport(text, { module, names, isType = false }) {
  const declarations = parse(text).statements.filter(ts.isImportDeclaration);
  const same = declarations.filter(({ moduleSpecifier }) => moduleSpecifier.text === module);
  const elementsOf = ({ importClause: clause }) =>
    clause?.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  const isOfTypes = ({ importClause: clause }) => clause?.isTypeOnly === true;
  const isThere = (name) => same.some((one) => (isType || !isOfTypes(one)) && importedNames(one).includes(name));
  const missing = names.filter((name) => !isThere(name));
  if (missing.length === 0) return text;
  const open = same.find((one) => isOfTypes(one) === isType && elementsOf(one).length > 0);
  if (open !== undefined) {
    const { end } = elementsOf(open).at(-1);
    return changed(text, [[end, end, `, ${missing.join(", ")}`]]);
  }
  const clause = missing.includes("* as z") ? "* as z" : `{ ${missing.join(", ")} }`;
  // `import * as z` of a file that has its types alone becomes one of its values.
  const replaced = missing.includes("* as z") ? same.find(isOfTypes) : undefined;
  const at = replaced ?? declarations[0];
  const first = at?.getStart() ?? 0;
  return changed(text, [
    [
      first,
      replaced?.end ?? first,
      `import ${isType ? "type " : ""}${clause} from "${module}";${replaced ? "" : "\n"}`,
    ],
  ]);
}

function importedNames({ importClause: clause }) {
  const named = clause?.namedBindings;
  if (named === undefined) return [];
  return ts.isNamespaceImport(named) ? [`* as ${named.name.text}`] : named.elements.map(({ name }) => name.text);
}

/** A text with other texts in the place of some ranges, which do not overlap. */
function changed(text, changes) {
  return changes
    .toSorted(([one], [other]) => other - one)
    .reduce((before, [start, end, inserted]) => before.slice(0, start) + inserted + before.slice(end), text);
}
