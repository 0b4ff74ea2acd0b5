import { providerIds } from "../../../providers/registry.ts";
import type { OptionRow, OptionTable } from "../arguments.ts";
import { reportFormatNames } from "../report-formats.ts";
import { aConfig, aFile, aFolder, kinds, providers, scopes, words } from "../suggestions.ts";

// What several verbs take is said once, so that it means the same everywhere.

/** `--provider`, with what it chooses the providers for. */
export function providerOption(purpose: string): OptionRow {
  const help = `${purpose} (${providerIds.join(", ")}); repeatable`;
  return { type: "string", multiple: true, placeholder: "ID", help, values: providers };
}

/** `--kinds`, with what the kinds are for. */
export function kindsOption(purpose: string): OptionRow {
  const help = `${purpose}, with commas: ids with *, families, all; people by id alone; see \`kinds\``;
  return { type: "string", multiple: true, placeholder: "K,…", help, values: kinds };
}

export const configOption: OptionRow = {
  type: "string",
  multiple: true,
  placeholder: "[ID=]FILE",
  help: "a config file, ID= says of which provider; repeatable",
  values: aConfig,
};

/** Which projects are read: the same choice for every verb that reads with a config. */
export const scopeOption: OptionRow = {
  type: "string",
  placeholder: "S",
  help: "which projects: organization, all of it; project, those that the config names",
  values: scopes,
};

export const projectOption: OptionRow = {
  type: "string",
  multiple: true,
  placeholder: "ID",
  help: "a project that shall be read; repeatable",
};

export const quietOption: OptionRow = {
  type: "boolean",
  short: "q",
  help: "show no progress on standard error",
};

export const recordOption: OptionRow = {
  type: "string",
  placeholder: "DIR",
  help: "write what is answered to a new folder, scrubbed, to be reported",
  values: aFolder,
};

/** `--json`, with what is printed. */
export function jsonOption(what = "print JSON"): OptionRow {
  return { type: "boolean", help: what };
}

export const outputOption = {
  type: "string",
  short: "o",
  placeholder: "FILE",
  help: "write it to a file",
  values: aFile,
} as const satisfies OptionRow;

export const protectedOption: OptionRow = {
  type: "string",
  placeholder: "FILE",
  help: "what the backup tool protects: URNs, a line each, or CSV or NDJSON with a urn",
  values: aFile,
};

/** What the verbs that report on snapshots take: how it is written, and where to. */
export const reportOptions = {
  format: {
    type: "string",
    short: "f",
    placeholder: "F",
    help: `${reportFormatNames.slice(0, -1).join(", ")} or ${reportFormatNames.at(-1)}; table is the default`,
    values: words(...reportFormatNames),
  },
  output: outputOption,
} as const satisfies OptionTable;
