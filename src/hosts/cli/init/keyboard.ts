import { PassThrough, type Readable } from "node:stream";

/** The terminal's keyboard, read key by key from the beginning to the end: nothing that is typed shows by itself, at no moment. */
export interface Keyboard {
  /** Hands what is typed to a question, as a terminal of its own, until it is answered. */
  ask<Answer>(question: (input: Readable) => Promise<Answer>): Promise<Answer>;
  /** Hands what is typed, as it comes, until `stop` is called. */
  listen(listener: (text: string) => void): { readonly stop: () => void };
  /** Gives the terminal back as it was. */
  close(): void;
}

/** Where keys come from. */
export interface KeySource extends Readable {
  setRawMode?(isRaw: boolean): unknown;
}

const ctrlC = "\u0003";
// The questions would take it for the end of everything, and what was typed would be lost.
const escapeKey = "\u001b";

/**
 * Reads the keyboard. What is typed while nobody asks is dropped: it may be the rest of a paste, and would answer a question that was not
 * read yet.
 *
 * @param interrupt does what Ctrl-C does where a terminal sees to that itself.
 */
export function openKeyboard(source: KeySource, interrupt: () => void): Keyboard {
  let listener: ((text: string) => void) | undefined;
  const take = (text: string): void => {
    if (text.includes(ctrlC)) interrupt();
    else if (text !== escapeKey) listener?.(text);
  };
  source.setRawMode?.(true);
  source.setEncoding("utf8");
  source.on("data", take);
  // Nobody is there any more.
  source.on("end", interrupt);

  const listen: Keyboard["listen"] = (next) => {
    listener = next;
    return {
      stop() {
        if (listener === next) listener = undefined;
      },
    };
  };
  return {
    listen,
    async ask(question) {
      const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
      const { stop } = listen((text) => void input.write(text));
      try {
        return await question(input);
      } finally {
        stop();
        input.destroy();
      }
    },
    close() {
      source.off("data", take);
      source.off("end", interrupt);
      source.setRawMode?.(false);
      source.pause();
    },
  };
}
