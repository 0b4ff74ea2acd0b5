/** One `key = value`, and where it stands. */
export interface IniEntry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

export interface IniSection {
  /** Empty for what stands above the first section. */
  readonly name: string;
  readonly entries: readonly IniEntry[];
}

export interface IniFile {
  readonly sections: readonly IniSection[];
  /** Lines that are neither a section nor a key with a value. */
  readonly unread: readonly number[];
}

/**
 * Reads what both gopkg.in/ini.v1 and Python's RawConfigParser read, which OVHcloud's clients in Go and Python use: `=` or `:`
 * between key and value, comments behind `;` or `#`, values in quotes with a comment behind them (Go), any end of line. Names and
 * keys are kept as they are written. A section that stands twice is one section.
 */
export function readIni(text: string): IniFile {
  const sections = new Map<string, IniEntry[]>();
  const unread: number[] = [];
  const entriesOf = (name: string): IniEntry[] => {
    const entries = sections.get(name) ?? [];
    sections.set(name, entries);
    return entries;
  };
  let name = "";
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const words = written.trim();
    if (words === "" || /^[;#]/.test(words)) continue;
    const [, section] = /^\[([^\]]*)\]/.exec(words) ?? [];
    const sign = words.search(/[=:]/);
    if (section !== undefined) {
      name = section.trim();
      entriesOf(name);
    } else if (sign > 0) {
      const value = textOfValue(words.slice(sign + 1).trim());
      entriesOf(name).push({ key: words.slice(0, sign).trimEnd(), value, line });
    } else unread.push(line);
  }
  return { sections: [...sections].map(([name, entries]) => ({ name, entries })), unread };
}

/**
 * What is between quotes, if nothing but a comment is behind them; else what is before a comment. A comment reaches over every
 * character, so that it ends at the first try: each sign of one would be tried up to U+2028 else.
 */
function textOfValue(text: string): string {
  const [, , quoted] = /^(["'`])(.*?)\1\s*(?:[;#].*)?$/s.exec(text) ?? [];
  return (quoted ?? text.replace(/[;#].*$/s, "")).trim();
}
