import http2 from "node:http2";
import { Duplex } from "node:stream";
import { ServerCredentials, status } from "@grpc/grpc-js";
import type { Emulator } from "../../src/emulator/index.ts";
import type { Log } from "../../src/hosts/plakar/log.ts";
import { createService } from "../../src/hosts/plakar/service.ts";
import type { ProviderDefinition } from "../../src/providers/definition.ts";
import { placesOf } from "../cli/run.ts";
import { type Answer, call, entryOf, initRequest } from "../plakar/grpc.ts";
import type { Told } from "./oracle.ts";
import type { Time } from "./time.ts";

export interface PluginParts {
  readonly definition: ProviderDefinition;
  readonly emulator: Emulator;
  readonly config: Readonly<Record<string, string>>;
  readonly time: Time;
}

export interface Plugin {
  /** Init and one List, with all that was said. */
  list(): Promise<{ readonly told: Told; readonly said: string }>;
  /** Goes away without a word, as a control plane that is killed does. */
  hangUp(): void;
}

/** The executable of a control plane without its process: the same service behind a pipe of this process, on another clock. */
export function startPlugin({ definition, emulator, config, time }: PluginParts): Plugin {
  const lines: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[] = [];
  const log: Log = (event, fields = {}) => void lines.push({ event, fields });
  const onTime: ProviderDefinition = {
    ...definition,
    open: (raw, where, options) => definition.open(raw, where, { ...options, clock: time }),
  };
  const server = createService({
    definition: Promise.resolve(onTime),
    defaultsPath: undefined,
    environment: { ...placesOf(emulator), CLOUD_INVENTORY_STATE_DIR: "off" },
    log,
    idleExit: { arm: () => {}, disarm: () => {} },
  });
  const [ours, theirs] = pipe();
  server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(theirs);
  const session = http2.connect("http://any.authority:1", { createConnection: () => ours });
  for (const part of [session, ours, theirs]) part.on("error", () => {});
  const hangUp = (): void => {
    session.destroy();
    ours.destroy();
    theirs.destroy();
    server.forceShutdown();
  };
  const answers: Answer[] = [];
  const ask = async (method: string, request?: Buffer): Promise<Answer> => {
    const answer = await call(session, method, request);
    answers.push(answer);
    return answer;
  };
  return {
    hangUp,
    async list() {
      try {
        const initialized = await ask("Init", initRequest(config));
        const listed = initialized.code === status.OK ? await ask("List") : initialized;
        return {
          told: toldIn(listed, lines.find(({ event }) => event === "inventory.started")?.fields),
          said: saidIn(answers, lines),
        };
      } catch {
        // Whoever hung up is told nothing more.
        return { told: toldIn(undefined, undefined), said: saidIn(answers, lines) };
      } finally {
        hangUp();
      }
    },
  };
}

function saidIn(answers: readonly Answer[], lines: readonly unknown[]): string {
  const messages = answers.flatMap((answer) => [
    answer.message,
    ...answer.messages.map((message) => message.toString("latin1")),
  ]);
  return [...messages, JSON.stringify(lines)].join("\n");
}

/** A list without an error is taken as the full set; what is said of scopes is for people. */
function toldIn(answer: Answer | undefined, started: Readonly<Record<string, unknown>> | undefined): Told {
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    urns: (answer?.messages ?? []).map((message) => entryOf(message).urn),
    kinds: texts(started?.["kinds"]),
    mayShift: texts(started?.["mayShift"]),
    scopes: [],
    isComplete: started !== undefined && answer?.code === status.OK,
  };
}

/** Two ends of a connection. */
function pipe(): [Duplex, Duplex] {
  const end = (other: () => Duplex): Duplex =>
    new Duplex({
      read() {},
      write(chunk, _encoding, done) {
        other().push(chunk);
        setImmediate(done);
      },
      final(done) {
        other().push(null);
        done();
      },
    });
  const first: Duplex = end(() => second);
  const second: Duplex = end(() => first);
  return [first, second];
}
