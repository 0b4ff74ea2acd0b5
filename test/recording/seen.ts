import type { Emulator } from "../../src/emulator/index.ts";
import type { Answer } from "../../src/http/answer.ts";
import type { OutgoingRequest } from "../../src/http/request.ts";
import { preflightOn } from "../preflight/run.ts";
import { discoverOn } from "../providers/run.ts";

/** A request, and what it was answered. */
export interface Seen {
  readonly request: OutgoingRequest;
  readonly answer: Answer;
}

/** Everything that an emulator answers to a discovery of all kinds and to a preflight, of each provider. */
export async function seenOn(emulator: Emulator): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const observer = {
    answered: (request: OutgoingRequest, answer: Answer) => seen.push({ request, answer }),
    unanswered: () => {},
  };
  for (const id of ["ovh", "scaleway", "ovh-data-platform"] as const) {
    await discoverOn(emulator, id, { observer, kinds: ["*"] });
    await preflightOn(emulator, id, { observer });
  }
  return seen;
}
