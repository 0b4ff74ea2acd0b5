import { Socket } from "node:net";
import { Duplex } from "node:stream";

/**
 * File descriptors 0 and 1 as the one connection that they are (PlakarKorp/go-inventory-sdk, sdk/client/connect.go).
 *
 * @param ended is called when the control plane is gone: its end of input was reached, or nobody reads our output.
 * @throws Error where a descriptor is neither a pipe nor a socket, such as at a terminal.
 */
export function openPipe(ended: () => void): Duplex {
  const input = new Socket({ fd: 0, readable: true, writable: false });
  const output = new Socket({ fd: 1, readable: false, writable: true });
  const pipe = new Duplex({
    read: () => void input.resume(),
    // The callback comes when the kernel has taken the bytes: a slow reader slows whoever writes.
    write: (chunk, encoding, done) => void output.write(chunk, encoding, done),
    writev(chunks, done) {
      output.cork();
      for (const [index, { chunk, encoding }] of chunks.entries()) {
        output.write(chunk, encoding, index === chunks.length - 1 ? done : undefined);
      }
      output.uncork();
    },
    final: (done) => void output.end(done),
  });
  input.on("data", (chunk) => {
    if (!pipe.push(chunk)) input.pause();
  });
  for (const event of ["end", "error", "close"]) input.on(event, ended);
  output.on("error", ended);
  for (const event of ["error", "close"]) pipe.on(event, ended);
  return pipe;
}
