// What is copied along with a value from a page, a mail or an office program and is never seen: marks of order and of width zero, and
// spaces that do not break.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g;
const quotes = ['""', "''", "``", "“”", "‘’", "«»", "„“"];

/** A text without what is never seen. */
export function visibleText(text: string): string {
  return text.replace(unseen, "").trim();
}

/** A value as it was meant: without what a paste brings along, such as blanks, ends of lines and quotes around it. */
export function tidyText(text: string): string {
  const bare = visibleText(text);
  const [first = "", last = ""] = [bare.at(0), bare.at(-1)];
  const isQuoted = bare.length >= 2 && quotes.includes(first + last);
  return isQuoted ? bare.slice(1, -1).trim() : bare;
}

/** {@link tidyText} of each value of a form; what is empty is left out, and what is no text is kept as it is. */
export function tidyValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined || value === null) return [];
    const tidy = typeof value === "string" ? tidyText(value) : value;
    return tidy === "" ? [] : [[key, tidy] as const];
  });
  return Object.fromEntries(entries);
}
