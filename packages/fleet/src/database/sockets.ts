import { Socket } from "node:net";

/** The sockets of connections that can be ended whatever the database does: one that stands still takes no request to cancel. */
export interface Sockets {
  /** What `pg` makes a connection of. */
  readonly stream: () => Socket;
  /** Ends all of them, and every one that is made later: whoever waits for an answer is told that there is none. */
  end(): void;
}

/** Keeps the sockets of any number of pools. */
export function openSockets(): Sockets {
  const open = new Set<Socket>();
  let isEnded = false;
  return {
    stream() {
      const socket = new Socket();
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      // Whoever asked for it listens to it first.
      if (isEnded) queueMicrotask(() => socket.destroy());
      return socket;
    },
    end() {
      isEnded = true;
      for (const socket of open) socket.destroy();
    },
  };
}
