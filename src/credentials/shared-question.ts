import type { Send } from "../http/request.ts";
import { abortError, asInventoryError } from "../inventory/errors.ts";
import type { ReadContext } from "../inventory/provider.ts";

type Question = (send: Send, context: ReadContext) => Promise<void>;

/**
 * Makes one question of what many callers ask at the same time, such as for the server's clock or for a token. A caller
 * whose run is cancelled takes the question with it, and whoever still needs the answer then asks for itself.
 */
export function sharedQuestion(ask: Question): Question {
  let asking: Promise<void> | undefined;

  return async (send, context) => {
    for (;;) {
      const isMine = asking === undefined;
      asking ??= ask(send, context).finally(() => {
        asking = undefined;
      });
      try {
        return await asking;
      } catch (thrown) {
        if (context.signal.aborted) throw abortError(context.signal);
        if (isMine || asInventoryError(thrown).code !== "CANCELLED") throw thrown;
      }
    }
  };
}
