import { aFolder } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";

export const wizard: Verb = {
  summary: "connect an account in your browser: keys, rights, a try, a config to keep",
  options: {
    port: { type: "string", placeholder: "PORT", help: "port on 127.0.0.1; 0 (default) takes a free one" },
    "no-open": { type: "boolean", help: "open no browser, and print the link" },
    idle: { type: "string", placeholder: "MINUTES", help: "end after so long without a call; default 30" },
    folder: {
      type: "string",
      placeholder: "DIR",
      help: "where configs are written; the current folder by default",
      values: aFolder,
    },
  },
  notes: {
    "What it does": `It serves a page to this machine alone, and opens it. What is typed there stays in this process's memory until it ends, and
is written to no file but the config that you keep, which is for its owner alone: ${pageOf("wizard.md")}`,
    "On another machine": `ssh -L 8123:127.0.0.1:8123 HOST cloud-inventory wizard --port 8123 --no-open
and open the printed link here. Both ports have to be the same, since requests for another Host are turned away.`,
    "Exit codes": "0 ended, in whichever way; 2 a port that is in use, or no such folder",
  },
  run: async (options, terminal) => (await import("../wizard-command.ts")).wizardCommand(options, terminal),
};
