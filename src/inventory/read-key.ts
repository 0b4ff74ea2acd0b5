/** Names a kind in a scope, by the ids of both. */
export function readKey(kind: string, scope: string): string {
  return `${kind}@${scope}`;
}
