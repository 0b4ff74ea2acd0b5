/** Reads the parameters out of a path, or says that the path is another one. */
export type PathTemplate = (path: string) => ReadonlyMap<string, string> | undefined;

/** Compiles `/cloud/project/{serviceName}`; a parameter is one segment, percent-decoded. */
export function pathTemplate(template: string): PathTemplate {
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

/** Puts paths in the order in which they have to be tried: a word stands before a parameter in the same place. */
export function bySpecificity(left: { readonly path: string }, right: { readonly path: string }): number {
  const [first, second] = [left, right].map(({ path }) => path.replaceAll("{", "~"));
  return (first ?? "") < (second ?? "") ? -1 : Number(first !== second);
}
