import { aFile, kindsOfRequestable, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";
import { kindsOption, projectOption } from "./shared-options.ts";

export const credentials: Verb = {
  summary: "ask OVHcloud for a key with just the rights that the chosen kinds need",
  argument: { placeholder: "request", values: words("request") },
  options: {
    config: {
      type: "string",
      placeholder: "FILE",
      help: "a config file that lacks its consumer_key, or shall get another",
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
    timeout: { type: "string", placeholder: "SECONDS", help: "how long to wait for the approval; default 600" },
  },
  notes: {
    "What it asks with": `endpoint, application_key and application_secret of --config FILE; without it OVH_ENDPOINT, OVH_APPLICATION_KEY and
OVH_APPLICATION_SECRET. How to get these: ${pageOf("rights.md")}`,
  },
  run: async (options, terminal) => (await import("../credentials-command.ts")).credentialsCommand(options, terminal),
};
