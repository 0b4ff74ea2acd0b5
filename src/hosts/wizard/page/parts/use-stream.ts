import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { WizardError, WizardStreams } from "../../api.ts";
import { errorOf } from "../call.ts";
import { useWizard } from "../wizard.ts";

type StreamStanding = "idle" | "running" | "stopped" | "ended";

interface Stream<Request> {
  readonly standing: StreamStanding;
  readonly error: WizardError | undefined;
  readonly start: (request: Request) => void;
  readonly stop: () => void;
}

/** Runs a call whose answer comes line by line, one at a time. Leaving the step stops it. */
export function useStream<Name extends keyof WizardStreams>(
  name: Name,
  onLine: (line: WizardStreams[Name]["line"]) => void,
): Stream<WizardStreams[Name]["request"]> {
  const { lines } = useWizard();
  const [standing, setStanding] = useState<StreamStanding>("idle");
  const [error, setError] = useState<WizardError>();
  const running = useRef<AbortController>(undefined);
  const latest = useRef({ onLine, lines });
  latest.current = { onLine, lines };
  const start = useCallback(
    async (request: WizardStreams[Name]["request"]): Promise<void> => {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      setStanding("running");
      setError(undefined);
      try {
        for await (const line of latest.current.lines(name, request, own.signal)) {
          if (own.signal.aborted) return;
          if (line.type === "failed") setError(line.error);
          latest.current.onLine(line);
        }
        setStanding("ended");
      } catch (thrown) {
        if (own.signal.aborted) return;
        setError(errorOf(thrown));
        setStanding("ended");
      }
    },
    [name],
  );
  const stop = useCallback((): void => {
    running.current?.abort();
    setStanding("stopped");
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  return { standing, error, start: useCallback((request) => void start(request), [start]), stop };
}
