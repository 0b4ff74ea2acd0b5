/** How many there are, in words: `1 snapshot`, `2 snapshots`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
