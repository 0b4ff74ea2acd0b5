const space = /[ \t\n\r]*/y;
// What is right of a string before its closing quote.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses them as they are
const stringStart = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * How many characters of a text are JSON (RFC 8259) before it stops being that; undefined where all of it is. `JSON.parse` tells
 * the place in some of its errors alone, in words that quote the text.
 */
export function findJsonFault(text: string): number | undefined {
  /** The brackets that will close what is open. */
  const closing: string[] = [];
  let wanted: "value" | "key" | "colon" | "comma" = "value";
  let mayClose = false;
  let at = 0;
  for (;;) {
    at = endOf(space, text, at);
    if (wanted === "comma" && closing.length === 0) return at === text.length ? undefined : at;
    const next = text[at];
    if (mayClose && next === closing.at(-1)) {
      closing.pop();
      wanted = "comma";
      at += 1;
    } else if (wanted === "comma" || wanted === "colon") {
      if (next !== (wanted === "comma" ? "," : ":")) return at;
      wanted = wanted === "comma" && closing.at(-1) === "}" ? "key" : "value";
      mayClose = false;
      at += 1;
    } else if (wanted === "value" && (next === "{" || next === "[")) {
      closing.push(next === "{" ? "}" : "]");
      wanted = next === "{" ? "key" : "value";
      mayClose = true;
      at += 1;
    } else {
      const isString = next === '"';
      const end = endOf(isString || wanted === "key" ? stringStart : scalar, text, at);
      if (end === at || (isString && text[end] !== '"')) return end;
      wanted = wanted === "key" ? "colon" : "comma";
      mayClose = wanted === "comma";
      at = isString ? end + 1 : end;
    }
  }
}

/** Where what a sticky pattern takes ends; the place itself where it takes nothing. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
