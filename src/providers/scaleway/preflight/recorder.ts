import type { Clock } from "../../../http/clock.ts";
import type { Send } from "../../../http/request.ts";
import { asInventoryError, type InventoryError } from "../../../inventory/errors.ts";
import { readBucketList } from "../../s3-answers.ts";
import { isWrongPair } from "../errors.ts";

/** What the answers of an examination show beside what was asked. */
export interface Recorder {
  readonly send: Send;
  /** Scaleway's clock minus ours, in seconds; undefined where no answer named its time. */
  skewSeconds(): number | undefined;
  /** What Object Storage, which alone sees both halves of the key, came to. */
  keyPair(): "shown" | InventoryError | undefined;
}

/** Watches the requests of one examination. */
export function createRecorder(send: Send, clock: Clock): Recorder {
  let skewMs: number | undefined;
  let keyPair: "shown" | InventoryError | undefined;

  function refused(error: InventoryError): void {
    if (keyPair !== "shown" && !(keyPair !== undefined && isWrongPair(keyPair))) keyPair = error;
  }

  return {
    async send(request, context) {
      const isSigned = request.audience !== undefined;
      try {
        const answer = await send(request, context);
        const dateMs = Date.parse(answer.headers.get("date") ?? "");
        if (!Number.isNaN(dateMs)) skewMs = dateMs - clock.now();
        if (isSigned) {
          // Whoever answers 200 without a list of buckets has not looked at the key.
          readBucketList(answer);
          keyPair = "shown";
        }
        return answer;
      } catch (thrown) {
        const error = asInventoryError(thrown);
        if (isSigned) refused(error);
        throw error;
      }
    },
    skewSeconds: () => (skewMs === undefined ? undefined : Math.round(skewMs / 1000)),
    keyPair: () => keyPair,
  };
}
