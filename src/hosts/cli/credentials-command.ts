import * as z from "zod";
import { unknownChoice } from "../../config/nearest.ts";
import { readOperatorSettings } from "../../config/operator-settings.ts";
import { readConfigFile } from "../../credentials/config-file.ts";
import { configOfFile, type FoundConfig } from "../../credentials/sources.ts";
import { systemClock } from "../../http/clock.ts";
import type { Approval, CredentialRequester, CredentialWish } from "../../providers/credential-request.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { commaOption, numberOption, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { checkPatterns } from "./kind-patterns.ts";
import { print } from "./output.ts";
import { privateFile } from "./private-file.ts";
import { say, type Terminal } from "./terminal.ts";

type Requesting = ProviderDefinition & { readonly requester: CredentialRequester };

/** Asks for a credential with just the rights that the chosen kinds need, and writes it to a private file. */
export async function credentialsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const word = options.argument;
  if (word === undefined) throw usage("credentials needs a word: request");
  if (word !== "request") throw usage(unknownChoice("word", word, ["request"]));
  const definition = await requestingProvider();
  const { requester, granter, id } = definition;
  const wish = wishOf(options);
  checkPatterns(wish.kindPatterns, [definition], "which hands out no credentials on request");
  if (!wish.projects.every(granter.isProjectId)) throw usage("--project must be the id of a project, not its name");
  const { raw, where, nameOf } = findRaw(definition, options.one("config"), terminal);
  const path = options.one("output") ?? `${id}-config.json`;
  const file = await privateFile(path, options.has("force"));
  try {
    const { signal, environment } = terminal;
    const operator = readOperatorSettings(environment);
    const show = (approval: Approval) => showApproval(approval, wish.timeoutMs, terminal);
    const surroundings = { operator, clock: systemClock, signal, nameOf, show };
    const config = await requester.request(raw, where, wish, surroundings);
    await file.fill(`${JSON.stringify(config, null, 2)}\n`);
  } finally {
    await file.abandon();
  }
  say(terminal, `written, for its owner alone; next: cloud-inventory preflight --config ${path}`);
  await print(terminal, `${path}\n`);
  return exitCodes.complete;
}

async function requestingProvider(): Promise<Requesting> {
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const found = definitions.find((definition): definition is Requesting => definition.requester !== undefined);
  if (found === undefined) throw usage("no provider hands out credentials on request");
  return found;
}

function wishOf(options: ParsedOptions): CredentialWish {
  const addresses = commaOption(options, "allow-ip");
  const isBlock = (text: string): boolean => z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success;
  if (!addresses.every(isBlock))
    throw usage("--allow-ip must be a block of addresses such as 192.0.2.0/24 or 192.0.2.7/32");
  return {
    kindPatterns: commaOption(options, "kinds"),
    projects: options.all("project"),
    narrow: options.has("narrow"),
    addresses,
    timeoutMs: (numberOption(options, "timeout", 1) ?? 600) * 1000,
  };
}

/** What it takes to ask, from the config file or else from the environment; never from arguments. */
function findRaw(
  { requester: { environment: names }, sources }: Requesting,
  path: string | undefined,
  terminal: Terminal,
): Omit<FoundConfig, "notices"> {
  const { environment } = terminal;
  if (path !== undefined) {
    const { notices, ...found } = configOfFile(sources, readConfigFile(path), environment);
    for (const notice of notices) say(terminal, `warning: ${notice}`);
    return found;
  }
  const missing = Object.values(names).filter((name) => !environment[name]?.trim());
  if (missing.length > 0) {
    throw usage(
      `what to ask with is missing: --config FILE with ${Object.keys(names).join(", ")}, or ${missing.join(", ")} in the environment`,
    );
  }
  const raw = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, environment[name]]));
  return { raw, where: "environment", nameOf: (key) => names[key] ?? key };
}

function showApproval({ link, hint, rights, notes }: Approval, timeoutMs: number, terminal: Terminal): void {
  say(terminal, "The credential asks for these rights:");
  for (const right of rights) say(terminal, `  ${right}`);
  for (const note of notes) say(terminal, `note: ${note}`);
  say(terminal, `Approve the credential on this page (${hint}):`);
  say(terminal, link);
  say(terminal, `Waiting for up to ${timeoutMs / 1000} s; Ctrl-C ends it, and nothing is written.`);
}
