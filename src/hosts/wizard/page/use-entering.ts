import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { EnterRequest, WizardError } from "../api.ts";
import { type Answered, useWizard } from "./wizard.ts";

/** Long enough that a word is typed in one go. */
const quietMs = 250;

export interface Entering {
  /** Tells the server of a value as it is typed, a moment after the last letter. */
  readonly type: (key: string, value: string | null) => void;
  /** What was typed since the step began, by key. */
  readonly typed: Readonly<Record<string, string | null>>;
  /** Sends what is still waiting, and waits until all of it has arrived. */
  readonly settle: () => Promise<void>;
  readonly send: (request: EnterRequest) => Promise<Answered<"enter">>;
  readonly error: WizardError | undefined;
}

/** Sends what is typed, one after the other, so that the last answer is the one that counts. */
export function useEntering(): Entering {
  const { call, take } = useWizard();
  const [error, setError] = useState<WizardError>();
  const [typed, setTyped] = useState<Entering["typed"]>({});
  const waiting = useRef<Record<string, string | null>>({});
  const timer = useRef<number>(undefined);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const send = useCallback(
    (request: EnterRequest): Promise<Answered<"enter">> => {
      const sent = before.current.then(async () => {
        const answered = await call("enter", request);
        if (answered.answer !== undefined) take(answered.answer.state);
        setError(answered.error);
        return answered;
      });
      before.current = sent;
      return sent;
    },
    [call, take],
  );
  const settle = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const values = waiting.current;
    waiting.current = {};
    if (Object.keys(values).length > 0) void send({ values });
    await before.current;
  }, [send]);
  const type = useCallback(
    (key: string, value: string | null): void => {
      waiting.current[key] = value;
      setTyped((before) => ({ ...before, [key]: value }));
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void settle(), quietMs);
    },
    [settle],
  );
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => () => void latest.current(), []);
  return { type, typed, settle, send, error };
}
