import { S_BAR, S_STEP_SUBMIT } from "@clack/prompts";
import { safeText } from "../../../inventory/safe-text.ts";
import { type Paint, paintFor, type Tone } from "../colour.ts";
import type { Terminal } from "../terminal.ts";

/** What stands between the questions. Texts are made safe here. */
export interface Screen {
  readonly paint: Paint;
  /** The beginning of a step. */
  heading(text: string): void;
  /** Words, broken where the terminal ends; a sign and its tone may lead them. */
  line(text: string, sign?: { readonly sign: string; readonly tone: Tone }): void;
  /** Text that is to be copied: as it is, from the left edge on, and not broken. */
  copy(text: string): void;
  /** A page that was laid out already, and is safe. */
  page(text: string): void;
  /** What is happening now; the next line takes its place. */
  status(text: string): void;
  /** Takes the status away. */
  clear(): void;
}

export function createScreen({ stdout, environment }: Terminal): Screen {
  const paint = paintFor(stdout, environment);
  let hasStatus = false;
  const columns = (): number => Math.max(20, stdout.columns ?? 80);
  const clear = (): void => {
    if (hasStatus) stdout.write("\r\u001b[2K");
    hasStatus = false;
  };
  const write = (text: string): void => {
    clear();
    stdout.write(`${text}\n`);
  };
  const bar = paint("quiet", S_BAR);
  return {
    paint,
    clear,
    heading: (text) => write(`${bar}\n${paint("good", S_STEP_SUBMIT)}  ${paint("heading", safeText(text))}`),
    line(text, lead) {
      const sign = lead === undefined ? "" : `${lead.sign} `;
      const lines = brokenLines(safeText(text), columns() - 3 - sign.length);
      for (const [index, one] of lines.entries()) {
        const front = lead !== undefined && index === 0 ? `${paint(lead.tone, lead.sign)} ` : " ".repeat(sign.length);
        write(`${bar}  ${front}${one}`);
      }
    },
    copy: (text) => write(`${bar}\n${safeLines(text)}\n${bar}`),
    page: (text) => write(text.replace(/\n+$/, "")),
    status(text) {
      clear();
      stdout.write(`${bar}  ${paint("quiet", safeText(text).slice(0, columns() - 4))}`);
      hasStatus = true;
    },
  };
}

function safeLines(text: string): string {
  return text.trimEnd().split("\n").map(safeText).join("\n");
}

/** A text in lines of so many characters, broken between words; a word that is longer stays whole. */
export function brokenLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
