// Reads what Scaleway's SDK says in its compiled files, by their syntax trees: nothing of it is run.
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";

export function parse(file) {
  if (!existsSync(file)) return undefined;
  return ts.createSourceFile(file.pathname, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** Every node below a node that is of one sort. */
function* all(node, isWanted) {
  if (isWanted(node)) yield node;
  const children = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* all(child, isWanted);
}

const textOf = (node) => (ts.isStringLiteralLike(node) ? node.text : undefined);

function property(object, name) {
  return object.properties.find((entry) => entry.name?.text === name)?.initializer;
}

/** The path of a request, with `validatePathParam("zone", …)` as `{zone}`. */
function pathOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const place = ts.isCallExpression(expression) ? textOf(expression.arguments[0]) : undefined;
    return `{${place ?? "value"}}${literal.text}`;
  });
  return node.head.text + spans.join("");
}

/** The names of `urlParams(["page", …], …)`. */
function parameterNames(node) {
  if (node === undefined || !ts.isCallExpression(node)) return [];
  return node.arguments.filter(ts.isArrayLiteralExpression).map(({ elements }) => textOf(elements[0]));
}

/** Every string below a node, in order. */
const strings = (node) => [...all(node, ts.isStringLiteralLike)].map(({ text }) => text);

/** The names of the aliases and interfaces of a file of types. */
export function readTypes(sources) {
  const interfaces = {};
  const enums = {};
  for (const source of sources) {
    for (const statement of source?.statements ?? []) {
      if (ts.isInterfaceDeclaration(statement)) interfaces[statement.name.text] = members(statement);
      if (!ts.isTypeAliasDeclaration(statement)) continue;
      // Requests are aliases of object types, enums are unions of strings (or one string).
      if (ts.isTypeLiteralNode(statement.type)) interfaces[statement.name.text] = members(statement.type);
      else enums[statement.name.text] = strings(statement.type);
    }
  }
  return { interfaces, enums };
}

function members(statement) {
  const fields = statement.members.filter(ts.isPropertySignature);
  return Object.fromEntries(
    fields.map(({ name, type, questionToken }) => [
      name.text,
      { type: type.getText(), optional: questionToken !== undefined },
    ]),
  );
}

/** The functions `unmarshalX` of a file, each with the fields that it reads. */
export function readMarshalling(source) {
  const models = {};
  for (const statement of source?.statements ?? []) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!name.text.startsWith("unmarshal") || initializer === undefined) continue;
      const answer = [...all(initializer, ts.isReturnStatement)].map(({ expression }) => expression);
      const object = answer.find((node) => node !== undefined && ts.isObjectLiteralExpression(node));
      if (object !== undefined) models[name.text] = object.properties.filter(ts.isPropertyAssignment).map(fieldRead);
    }
  }
  return models;
}

function fieldRead({ name, initializer }) {
  const access = [...all(initializer, isFieldOfData)][0];
  const names = [...all(initializer, ts.isIdentifier)].map(({ text }) => text);
  return {
    camel: name.text,
    wire: access === undefined ? undefined : (access.name?.text ?? access.argumentExpression.text),
    readers: names.filter((text) => text.startsWith("unmarshal")),
  };
}

function isFieldOfData(node) {
  const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  return isAccess && ts.isIdentifier(node.expression) && node.expression.text === "data";
}

/** The GET requests of the classes of a file, with the names that their methods carry. */
export function readRequests(source) {
  return [...all(source, ts.isClassDeclaration)].flatMap((declaration) => {
    const members = declaration.members.filter(ts.isPropertyDeclaration);
    const locality = members.find(({ name }) => name.text === "LOCALITY")?.initializer;
    const localities = locality === undefined ? [] : strings(locality);
    return members
      .flatMap((member) =>
        [...all(member, isFetch)].map((call) => requestOf(call, member)).filter(({ method }) => method === "GET"),
      )
      .map((request) => ({ ...request, className: declaration.name.text, localities }));
  });
}

const isFetch = (node) =>
  ts.isCallExpression(node) && node.expression.getText() === "this.client.fetch" && node.arguments.length > 0;

function requestOf(call, member) {
  const [options, reader] = call.arguments;
  const method = property(options, "method");
  const path = property(options, "path");
  return {
    name: member.name.text,
    method: method === undefined ? undefined : method.text,
    path: path === undefined ? undefined : pathOf(path),
    parameters: parameterNames(property(options, "urlParams")),
    reader: reader?.getText(),
  };
}

/** The type that a method asks for, by class and method: `(request: Readonly<ListServersRequest>) => …`. */
export function readRequestTypes(source) {
  const types = {};
  for (const declaration of all(source, ts.isClassDeclaration)) {
    for (const member of declaration.members.filter(ts.isPropertyDeclaration)) {
      const type = member.type?.getText().match(/Readonly<(\w+)>/)?.[1];
      if (type !== undefined) types[`${declaration.name.text}.${member.name.text}`] = type;
    }
  }
  return types;
}
