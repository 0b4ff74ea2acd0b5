import type { Writable } from "node:stream";
import type { Keyboard } from "./keyboard.ts";

// Terminals that know it put marks around what is pasted (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Bracketed Paste Mode").
const askForMarks = "\u001b[?2004h";
const askForNoMarks = "\u001b[?2004l";
const begin = "\u001b[200~";
const end = "\u001b[201~";
const ctrlD = "\u0004";
const longest = 200_000;

/**
 * Reads a pasted text without showing it. It ends where the terminal marks the end of the paste; where it marks none, at Ctrl-D, or at an
 * Enter that comes by itself and so was typed.
 *
 * @param tell hears how many characters came so far.
 */
export function readPaste(
  keyboard: Keyboard,
  output: Writable,
  signal: AbortSignal,
  tell: (characters: number) => void,
): Promise<string> {
  let text = "";
  output.write(askForMarks);
  return new Promise<string>((resolve) => {
    const finish = (): void => {
      stop();
      signal.removeEventListener("abort", finish);
      output.write(askForNoMarks);
      resolve(text.replaceAll(begin, "").replaceAll(end, "").replaceAll(ctrlD, "").replaceAll(/\r\n?/g, "\n"));
    };
    const { stop } = keyboard.listen((more) => {
      const isTyped = more === "\r" && !text.includes(begin);
      text = (text + more).slice(0, longest);
      tell(text.length);
      if (isTyped || more.includes(ctrlD) || text.includes(end)) finish();
    });
    signal.addEventListener("abort", finish, { once: true });
    if (signal.aborted) finish();
  });
}
