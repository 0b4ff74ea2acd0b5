/**
 * One spelling for a path whatever its places are called: `/vps/{serviceName}`, `/vps/{}` and `/vps/*` are the same.
 * @param {string} path
 */
export const anonymous = (path) => path.replace(/\{[^}]*\}|\*/g, "{}");

/**
 * Finds a path in a table of paths by its form.
 * @template Value
 * @param {Readonly<Record<string, Value>>} table
 * @param {string} path
 * @returns {[string, Value] | undefined}
 */
export function findPath(table, path) {
  const direct = table[path];
  if (direct !== undefined) return [path, direct];
  const wanted = anonymous(path);
  return Object.entries(table).find(([candidate]) => anonymous(candidate) === wanted);
}

/** The names of the places of a path, from left to right. */
export const placesOf = (path) => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);

/** The last part of a path that is no place: what its items are called. */
export const nounOf = (path) => path.split("/").findLast((part) => part !== "" && !part.startsWith("{")) ?? "item";
