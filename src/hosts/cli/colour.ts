import { styleText } from "node:util";

/** What a text means to a person who looks over a page. */
export type Tone = "heading" | "good" | "bad" | "doubtful" | "quiet";

/** Gives a text its colour, or leaves it alone. The text has to be safe already: what is added here is a terminal's own language. */
export type Paint = (tone: Tone, text: string) => string;

const styles = { heading: "bold", good: "green", bad: "red", doubtful: "yellow", quiet: "dim" } as const;

export const plain: Paint = (_, text) => text;

/**
 * The paint for one stream. `NO_COLOR` wins where it is not empty (https://no-color.org), then `FORCE_COLOR` decides, with the values
 * that Node gives it (https://nodejs.org/docs/latest-v20.x/api/tty.html#writestreamgetcolordepthenv), and else whether it is a terminal.
 */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  return wantsColour(stream, environment) ? painted : plain;
}

function painted(tone: Tone, text: string): string {
  // Whether colour is wanted was decided for this stream; on its own it looks at the standard output.
  return text === "" ? "" : styleText(styles[tone], text, { validateStream: false });
}

function wantsColour({ isTTY = false }: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY && TERM !== "dumb";
}
