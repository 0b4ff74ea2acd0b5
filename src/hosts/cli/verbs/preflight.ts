import type { Verb } from "../verb.ts";
import { credentialsNote, pageOf, recordNote } from "./shared-notes.ts";
import {
  configOption,
  jsonOption,
  kindsOption,
  providerOption,
  quietOption,
  recordOption,
  scopeOption,
} from "./shared-options.ts";

export const preflight: Verb = {
  summary: "is the credential enough, for what, and until when",
  options: {
    provider: providerOption("check this provider alone"),
    config: configOption,
    kinds: kindsOption("kinds that the job will read"),
    scope: scopeOption,
    "from-ip": { type: "string", placeholder: "ADDRESS", help: "the address that the control plane will call from" },
    pin: { type: "boolean", help: "print the kinds that are shown to be granted instead, as a line for the config" },
    record: recordOption,
    quiet: quietOption,
    json: jsonOption("print JSON, one report for each inventory"),
  },
  notes: {
    Credentials: credentialsNote,
    Examples: `cloud-inventory preflight --provider scaleway --scope organization
cloud-inventory preflight --kinds 'ovh.*' --json`,
    Reading: `Each check, and each kind in each place, says what was looked at and what to do about it: ${pageOf("preflight.md")}`,
    "Never seen live": recordNote,
  },
  run: async (options, terminal) => (await import("../preflight-command.ts")).preflightCommand(options, terminal),
};
