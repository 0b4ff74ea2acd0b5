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
  let name = "";
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const words = written.trim();
    if (words === "" || /^[;#]/.test(words)) continue;
    const [, section] = /^\[([^\]]*)\]/.exec(words) ?? [];
    const [, key, value] = /^([^=:]+?)\s*[=:](.*)$/.exec(words) ?? [];
    if (section !== undefined) {
      name = section.trim();
      sections.set(name, sections.get(name) ?? []);
    } else if (key !== undefined && value !== undefined) {
      sections.set(name, [...(sections.get(name) ?? []), { key, value: textOfValue(value.trim()), line }]);
    } else unread.push(line);
  }
  return { sections: [...sections].map(([name, entries]) => ({ name, entries })), unread };
}

/** What is between quotes, if nothing but a comment is behind them; else what is before a comment. */
function textOfValue(text: string): string {
  const [, , quoted] = /^(["'`])(.*?)\1\s*(?:[;#].*)?$/.exec(text) ?? [];
  return (quoted ?? text.replace(/[;#].*$/, "")).trim();
}
