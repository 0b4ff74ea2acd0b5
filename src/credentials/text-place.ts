/** A place in a text as editors count it, both numbers from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of a character, by how many come before it. */
export function placeAt(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** `line 3, column 14` */
export function placeWords({ line, column }: TextPlace): string {
  return `line ${line}, column ${column}`;
}
