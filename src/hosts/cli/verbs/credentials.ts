import { aFile, firstWord, kindsOfRequestable } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";
import { jsonOption, kindsOption, projectOption, providerOption } from "./shared-options.ts";

export const credentials: Verb = {
  summary: "make an OVHcloud key with just the needed rights; list and revoke",
  argument: { placeholder: "request|list|revoke [ID]", values: firstWord("request", "list", "revoke"), most: 2 },
  options: {
    provider: { ...providerOption("whose credentials are listed or revoked"), multiple: false },
    config: {
      type: "string",
      placeholder: "FILE",
      help: "a config file; for request one that lacks its consumer_key, or shall get another",
      values: aFile,
    },
    kinds: { ...kindsOption("kinds that shall be read"), values: kindsOfRequestable },
    project: projectOption,
    narrow: { type: "boolean", help: "exactly what the kinds need; see `rights`" },
    "allow-ip": {
      type: "string",
      multiple: true,
      placeholder: "BLOCK",
      help: "use from 192.0.2.0/24 alone; repeatable",
    },
    output: {
      type: "string",
      short: "o",
      placeholder: "FILE",
      help: "where to write the config; default ./ovh-config.json",
      values: aFile,
    },
    force: { type: "boolean", help: "replace the file that is there" },
    json: jsonOption("list prints JSON"),
    yes: { type: "boolean", help: "revoke without asking" },
    timeout: { type: "string", placeholder: "SECONDS", help: "how long to wait for the approval; default 600" },
  },
  notes: {
    "What each does": `request  makes a key with just the rights of the chosen kinds, and writes it to a private file
list     the account's keys, each with its last use, its end, its rules and whether it is the one of the config
revoke   without ID the config's own key, which takes no right; with ID another one, as list names it
list, and revoke with ID, take a key of their own, which you approve: it is kept in memory and logged out at the end.`,
    "What it asks with": `endpoint, application_key and application_secret of --config FILE; without it OVH_ENDPOINT, OVH_APPLICATION_KEY and
OVH_APPLICATION_SECRET. How to get these: ${pageOf("rights.md")}`,
  },
  run: async (options, terminal) => (await import("../credentials-command.ts")).credentialsCommand(options, terminal),
};
