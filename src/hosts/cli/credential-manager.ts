import { readOperatorSettings } from "../../config/operator-settings.ts";
import { readConfigFile } from "../../credentials/config-file.ts";
import type { FoundConfig } from "../../credentials/sources.ts";
import { systemClock } from "../../http/clock.ts";
import type { CredentialKeeper, CredentialManager } from "../../providers/credential-keeper.ts";
import type { RequestSurroundings } from "../../providers/credential-request.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { closingAfter, keeperOf } from "../module/credentials.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { approvalTimeoutMs, findAskingConfig, showApproval } from "./credential-approval.ts";
import type { Terminal } from "./terminal.ts";

/** Whose credentials are listed or revoked, and with what that is asked. */
export interface Keeping {
  readonly id: string;
  readonly keeper: CredentialKeeper;
  readonly found: Omit<FoundConfig, "notices">;
  readonly surroundings: RequestSurroundings;
}

/**
 * Finds the provider and the config; sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG for a provider whose credentials are listed elsewhere.
 */
export async function findKeeping(options: ParsedOptions, terminal: Terminal): Promise<Keeping> {
  const path = options.one("config");
  const definition = await chosenProvider(options.one("provider"), path);
  const { id, sources } = definition;
  const keeper = keeperOf(definition);
  const { environment: names, optional } = keeper;
  const found = findAskingConfig(sources, { names, optional }, path, terminal);
  const timeoutMs = approvalTimeoutMs(options);
  const surroundings: RequestSurroundings = {
    operator: readOperatorSettings(terminal.environment),
    clock: systemClock,
    signal: terminal.signal,
    nameOf: found.nameOf,
    show: (approval) => showApproval(approval, timeoutMs, terminal),
  };
  return { id, keeper, found, surroundings };
}

/** Opens a manager for some work, and logs its key out whatever comes of that. */
export async function withManager<Value>(
  { keeper, found, surroundings }: Keeping,
  wish: { readonly revokes: boolean; readonly timeoutMs: number },
  work: (manager: CredentialManager) => Promise<Value>,
): Promise<Value> {
  return closingAfter(await keeper.open(found.raw, found.where, wish, surroundings), work);
}

/** The one that is named, else the one whose config the file is, else the one that lists credentials. */
async function chosenProvider(named: string | undefined, path: string | undefined): Promise<ProviderDefinition> {
  if (named !== undefined) return loadProvider(named);
  const all = await Promise.all(providerIds.map(loadProvider));
  const keys = path === undefined ? [] : Object.keys(readConfigFile(path).values);
  const ofFile = all.find(({ sources }) => sources.families.flat().some((key) => keys.includes(key)));
  const chosen = ofFile ?? all.find(({ keeper }) => keeper !== undefined);
  if (chosen === undefined) throw usage("no provider lists credentials");
  return chosen;
}
