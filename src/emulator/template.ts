import { remember } from "./remember.ts";

/** Reads the parameters out of a path, or says that the path is another one. */
export type PathTemplate = (path: string) => ReadonlyMap<string, string> | undefined;

/** Compiles `/cloud/project/{serviceName}`; a parameter is one segment, percent-decoded. Every account has the same paths. */
export const pathTemplate: (template: string) => PathTemplate = remember(compiled);

function compiled(template: string): PathTemplate {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((parameter) => parameter[1] ?? "");
  const source = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "([^/]+)");
  const expression = new RegExp(`^${source}$`);
  return (path) => {
    const values = expression.exec(path)?.slice(1);
    return values && new Map(names.map((name, position) => [name, decoded(values[position] ?? "")]));
  };
}

/** A segment of a path without its encoding, where it has one. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Puts routes in the order in which they have to be tried: a word stands before a parameter in the same place. */
export function bySpecificity<Route extends { readonly path: string }>(routes: readonly Route[]): readonly Route[] {
  const keyed = routes.map((route) => ({ route, key: route.path.replaceAll("{", "~") }));
  return keyed.toSorted((left, right) => compare(left.key, right.key)).map(({ route }) => route);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left !== right);
}
