import { ServerInterceptingCall, type ServerInterceptor } from "@grpc/grpc-js";

// Of a few hundred bytes each they fill one window of HTTP/2; with the largest details they are 4 MiB.
const messagesInFlight = 64;

/**
 * Lets a streaming answer hand several messages to HTTP/2 before the first has gone. One at a time, as grpc-js does it by
 * itself, each message costs a turn of the event loop and a write to the pipe; together they share both.
 */
export const keepMessagesInFlight: ServerInterceptor = (method, call) =>
  method.responseStream ? new StreamingCall(call) : new ServerInterceptingCall(call);

class StreamingCall extends ServerInterceptingCall {
  #inFlight = 0;
  #goOn: (() => void) | undefined;

  /** Says that it is done while there is room, and else when a message has gone: a slow reader slows whoever writes. */
  override sendMessage(message: unknown, done: () => void): void {
    this.#inFlight += 1;
    super.sendMessage(message, () => {
      this.#inFlight -= 1;
      const goOn = this.#goOn;
      this.#goOn = undefined;
      goOn?.();
    });
    if (this.#inFlight < messagesInFlight) done();
    else this.#goOn = done;
  }
}
