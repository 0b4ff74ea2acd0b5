import { Writable } from "node:stream";
import type { Terminal } from "cloud-inventory-plugin/fleet";

/** A terminal that keeps what is written to it. */
export function terminalOf(environment: NodeJS.ProcessEnv, { isTTY = false } = {}) {
  const [stdout, stderr] = [collector(isTTY), collector(isTTY)];
  const terminal: Terminal = {
    environment,
    stdout: stdout.stream,
    stderr: stderr.stream,
    signal: new AbortController().signal,
  };
  return { terminal, stdout: stdout.text, stderr: stderr.text };
}

function collector(isTTY: boolean) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => text };
}
