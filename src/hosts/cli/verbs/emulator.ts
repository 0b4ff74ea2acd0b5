import { aFolder, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";

export const emulator: Verb = {
  summary: "a local OVHcloud, Data Platform and Scaleway, on loopback",
  options: {
    port: { type: "string", placeholder: "PORT", help: "port on 127.0.0.1; 0 (default) takes a free one" },
    seed: { type: "string", placeholder: "N", help: "another made-up fleet; the same seed gives the same answers" },
    "ovh-projects": { type: "string", placeholder: "N", help: "OVHcloud projects" },
    "scaleway-projects": { type: "string", placeholder: "N", help: "Scaleway projects" },
    zones: { type: "string", placeholder: "N", help: "Scaleway zones that hold resources" },
    resources: {
      type: "string",
      placeholder: "N",
      help: "resources of each kind in each place; below others at most two",
    },
    "latency-ms": { type: "string", placeholder: "MS", help: "wait before each answer" },
    "requests-per-second": { type: "string", placeholder: "N", help: "refuse more with 429" },
    "retry-after-seconds": { type: "string", placeholder: "S", help: "send Retry-After with each 429" },
    fault: {
      type: "string",
      multiple: true,
      placeholder: "STATUS@PATH",
      help: "answer requests whose path contains PATH with STATUS, or `reset@PATH`; repeatable",
    },
    "ovh-credential": {
      type: "string",
      placeholder: "KIND",
      help: "OVHcloud credential to print: application (default), service-account or access-token",
      values: words("application", "service-account", "access-token"),
    },
    "ovh-rule": {
      type: "string",
      multiple: true,
      placeholder: "'GET /PATH'",
      help: "an access rule of the consumer key, in place of all; repeatable: a key that is short of a right",
    },
    "ovh-approval": {
      type: "string",
      placeholder: "DECISION",
      help: "what becomes of consumer keys that are asked for: validated, refused or never (default)",
      values: words("validated", "refused", "never"),
    },
    "ovh-batches": {
      type: "string",
      placeholder: "MANNER",
      help: "how OVHcloud answers requests for several items at once: served (default), or unknown to it",
      values: words("served", "unknown"),
    },
    replay: {
      type: "string",
      placeholder: "DIR",
      help: "serve a folder that --record wrote, or Scaleway recordings, instead of a made-up fleet",
      values: aFolder,
    },
  },
  notes: {
    Use: `It prints the lines that point a shell at it, and serves until Ctrl-C. In another shell, run those lines, then
cloud-inventory discover. Nothing but loopback is reached.`,
  },
  run: async (options, terminal) => (await import("../emulator-command.ts")).emulatorCommand(options, terminal),
};
