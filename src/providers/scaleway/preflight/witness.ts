import type { Clock } from "../../../http/clock.ts";
import type { Send } from "../../../http/request.ts";
import { asInventoryError, type ErrorCode, type InventoryError } from "../../../inventory/errors.ts";
import { isWrongPair } from "../errors.ts";

/** What the answers of an examination show beside what was asked. */
export interface Witness {
  readonly send: Send;
  /** Whether anything was answered at all, be it with a refusal. */
  answered(): boolean;
  /** Scaleway's clock minus ours, in seconds; undefined where no answer named its time. */
  skewSeconds(): number | undefined;
  /** What Object Storage, which alone sees both halves of the key, came to. */
  keyPair(): "shown" | InventoryError | undefined;
}

const unanswered: readonly ErrorCode[] = ["UNAVAILABLE", "RATE_LIMITED", "CANCELLED", "INTERNAL"];

/** Watches the requests of one examination. */
export function createWitness(send: Send, clock: Clock): Witness {
  let answered = false;
  let skewMs: number | undefined;
  let keyPair: "shown" | InventoryError | undefined;

  function refused(error: InventoryError, isSigned: boolean): void {
    answered ||= !unanswered.includes(error.code);
    if (isSigned && keyPair !== "shown" && !(keyPair !== undefined && isWrongPair(keyPair))) keyPair = error;
  }

  return {
    async send(request, context) {
      const isSigned = request.audience !== undefined;
      try {
        const answer = await send(request, context);
        answered = true;
        const dateMs = Date.parse(answer.headers.get("date") ?? "");
        if (!Number.isNaN(dateMs)) skewMs = dateMs - clock.now();
        if (isSigned) keyPair = "shown";
        return answer;
      } catch (thrown) {
        const error = asInventoryError(thrown);
        refused(error, isSigned);
        throw error;
      }
    },
    answered: () => answered,
    skewSeconds: () => (skewMs === undefined ? undefined : Math.round(skewMs / 1000)),
    keyPair: () => keyPair,
  };
}
