import type { Readable, Writable } from "node:stream";
import { confirm, groupMultiselect, isCancel, multiselect, password, select, text } from "@clack/prompts";
import { abortError } from "../../../inventory/errors.ts";
import { followSignals } from "../../../inventory/follow-signals.ts";
import { safeText } from "../../../inventory/safe-text.ts";
import type { Keyboard } from "./keyboard.ts";
import { readPaste } from "./paste.ts";

/** One answer that can be chosen. Labels may hold what tenants wrote: they are made safe here. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown while it is the one that Enter would choose. */
  readonly hint?: string;
}

/** What is wrong with an answer; undefined where nothing is. */
type Check = (answer: string) => string | undefined;

/**
 * Questions to the person at the terminal.
 *
 * @throws InventoryError CANCELLED from each, once Ctrl-C was pressed.
 */
export interface Questions {
  choose<Value extends string>(
    message: string,
    options: readonly (Option & { readonly value: Value })[],
    initial?: Value,
  ): Promise<Value>;
  chooseSeveral(message: string, options: readonly Option[], initial: readonly string[]): Promise<readonly string[]>;
  chooseInGroups(
    message: string,
    groups: Readonly<Record<string, readonly Option[]>>,
    initial: readonly string[],
  ): Promise<readonly string[]>;
  write(message: string, options?: { readonly initial?: string; readonly check?: Check }): Promise<string>;
  /** Shows a sign for each character, now and in the terminal's memory of lines. */
  writeHidden(message: string, check: Check): Promise<string>;
  agree(message: string, initial?: boolean): Promise<boolean>;
  /** A text of many lines of which nothing is shown. */
  paste(tell: (characters: number) => void): Promise<string>;
}

// So many rows of a list leave room for its question and what was said before, in a terminal of 24.
const mostRows = 12;

export function createQuestions(keyboard: Keyboard, output: Writable, signal: AbortSignal): Questions {
  interface Common {
    readonly input: Readable;
    readonly output: Writable;
    readonly signal: AbortSignal;
  }
  /** A signal of its own: a question that was answered long ago must not hear of Ctrl-C. */
  async function ask<Answer>(question: (common: Common) => Promise<Answer | symbol>): Promise<Answer> {
    const followed = followSignals([signal]);
    try {
      const answer = await keyboard.ask((input) => question({ input, output, signal: followed.signal }));
      if (isCancel(answer) || typeof answer === "symbol") throw abortError(signal);
      return answer;
    } finally {
      followed.release();
    }
  }

  return {
    async choose(message, options, initial) {
      const all = options.map(safeOption);
      const initialValue = initial === undefined ? {} : { initialValue: String(initial) };
      const chosen = await ask<string>((common) =>
        select({ ...common, message, options: all, maxItems: mostRows, ...initialValue }),
      );
      const found = options.find(({ value }) => value === chosen);
      if (found === undefined) throw abortError(signal);
      return found.value;
    },
    chooseSeveral(message, options, initial) {
      const all = options.map(safeOption);
      return ask<string[]>((common) =>
        multiselect({ ...common, message, options: all, initialValues: [...initial], maxItems: mostRows }),
      );
    },
    chooseInGroups(message, groups, initial) {
      const all = Object.fromEntries(Object.entries(groups).map(([name, options]) => [name, options.map(safeOption)]));
      return ask<string[]>((common) =>
        groupMultiselect({ ...common, message, options: all, initialValues: [...initial], maxItems: mostRows }),
      );
    },
    async write(message, { initial, check } = {}) {
      const initialValue = initial === undefined ? {} : { initialValue: initial };
      const validate = check === undefined ? {} : { validate: checking(check) };
      return (await ask<string>((common) => text({ ...common, message, ...initialValue, ...validate }))) ?? "";
    },
    async writeHidden(message, check) {
      return (await ask<string>((common) => password({ ...common, message, validate: checking(check) }))) ?? "";
    },
    agree: (message, initial = true) =>
      ask<boolean>((common) => confirm({ ...common, message, initialValue: initial })),
    async paste(tell) {
      const pasted = await readPaste(keyboard, output, signal, tell);
      if (signal.aborted) throw abortError(signal);
      return pasted;
    },
  };
}

function checking(check: Check): (answer: string | undefined) => string | undefined {
  return (answer) => check(answer ?? "");
}

function safeOption({ value, label, hint }: Option) {
  return { value, label: safeText(label), ...(hint === undefined ? {} : { hint: safeText(hint) }) };
}
