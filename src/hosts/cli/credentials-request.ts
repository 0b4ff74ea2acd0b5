import * as z from "zod";
import { readOperatorSettings } from "../../config/operator-settings.ts";
import { systemClock } from "../../http/clock.ts";
import type { Approval, CredentialRequester, CredentialWish } from "../../providers/credential-request.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { commaOption, type ParsedOptions, usage } from "./arguments.ts";
import { approvalTimeoutMs, findAskingConfig, showApproval } from "./credential-approval.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { checkPatterns } from "./kind-patterns.ts";
import { print } from "./output.ts";
import { privateFile } from "./private-file.ts";
import { say, type Terminal } from "./terminal.ts";

type Requesting = ProviderDefinition & { readonly requester: CredentialRequester };

/** Asks for a credential with just the rights that the chosen kinds need, and writes it to a private file. */
export async function requestCredentials(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const definition = await requestingProvider();
  const { requester, granter, id } = definition;
  const wish = wishOf(options);
  checkPatterns(wish.kindPatterns, [definition], "which hands out no credentials on request");
  if (!wish.projects.every(granter.isProjectId)) throw usage("--project must be the id of a project, not its name");
  const { environment: names } = requester;
  const { raw, where, nameOf } = findAskingConfig(definition.sources, { names }, options.one("config"), terminal);
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
    timeoutMs: approvalTimeoutMs(options),
  };
}
