import { type OperatorSettings, readOperatorSettings } from "../../config/operator-settings.ts";
import { type Clock, systemClock } from "../../http/clock.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import { followSignals } from "../../inventory/follow-signals.ts";
import { safeValue } from "../../inventory/safe-text.ts";
import type { AccountCredentials, CredentialKeeper, CredentialManager } from "../../providers/credential-keeper.ts";
import type { Approval, RequestSurroundings } from "../../providers/credential-request.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider } from "../../providers/registry.ts";

/** What it takes to ask the customer for a credential. */
export interface ApprovalOptions {
  /** Shows the customer where to approve; called once, before the waiting begins. It is told no secret. */
  readonly onApproval: (approval: Approval) => void;
  /** How long the customer may take, in milliseconds; ten minutes when absent. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** See `OpenInventoryOptions`. */
  readonly operator?: OperatorSettings;
  /** The clock that the waiting goes by; the machine's when absent. */
  readonly clock?: Clock;
}

export interface RequestCredentialOptions extends ApprovalOptions {
  /** Kinds as patterns; those that the config names when absent, else the default set. */
  readonly kinds?: readonly string[];
  /** Ids of projects; those that the config names when absent, else all. */
  readonly projects?: readonly string[];
  /** Exactly what the kinds need, rather than everything below their products. */
  readonly narrow?: boolean;
  /** Address blocks from which alone it may be used, as `192.0.2.0/24`; any when absent. */
  readonly addresses?: readonly string[];
}

/** A credential that the customer approved. Nothing of it shows where this is printed or serialised. */
export interface RequestedCredential {
  readonly inventory: string;
  /** The whole config with the new credential in it: secrets, for the caller alone. */
  config(): Readonly<Record<string, string>>;
}

const defaultTimeoutMs = 600_000;

/**
 * Asks the provider for a credential with just the rights that the kinds need, hands out the link on which the customer approves it, and
 * waits: OVHcloud's way to a consumer key.
 *
 * @param config endpoint, application_key and application_secret, and whatever else the config shall say.
 * @throws InventoryError INVALID_CONFIG before anything is sent, also for a provider that has no such way; UNAUTHENTICATED where the
 * customer refused; UNAVAILABLE where nobody decided in time; CANCELLED.
 */
export async function requestCredential(
  inventory: string,
  config: unknown,
  options: RequestCredentialOptions,
): Promise<RequestedCredential> {
  const { requester, title, credentialsElsewhere } = await loadProvider(inventory);
  if (requester === undefined) throw notHere(title, "hands out no credentials on request", credentialsElsewhere);
  const { kinds = [], projects = [], narrow = false, addresses = [], timeoutMs = defaultTimeoutMs } = options;
  const wish = { kindPatterns: kinds, projects, narrow, addresses, timeoutMs };
  const whole = await surrounded(options, (surroundings) => requester.request(config, "config", wish, surroundings));
  return { inventory, config: () => whole };
}

export interface ManageOptions extends ApprovalOptions {
  /** Whether it shall revoke as well as list: a right of its own. False when absent. */
  readonly revokes?: boolean;
}

/**
 * Opens what lists and revokes the account's credentials. It takes a credential of its own, which the customer approves as in
 * {@link requestCredential}: it is kept in memory, has only the rights for that, and is logged out by `close`.
 *
 * @throws InventoryError as {@link requestCredential} does.
 */
export async function manageCredentials(
  inventory: string,
  config: unknown,
  options: ManageOptions,
): Promise<CredentialManager> {
  const keeper = keeperOf(await loadProvider(inventory));
  const wish = { revokes: options.revokes ?? false, timeoutMs: options.timeoutMs ?? defaultTimeoutMs };
  return surrounded(options, (surroundings) => keeper.open(config, "config", wish, surroundings));
}

/** Either a manager that is open, which stays open, or what it takes to open one for this call. */
export type ManagerChoice =
  | { readonly manager: CredentialManager; readonly signal?: AbortSignal }
  | (ApprovalOptions & { readonly manager?: undefined });

/**
 * The account's credentials: state, last use, end, rules, and which one the config holds.
 *
 * @throws InventoryError as {@link manageCredentials} does, or where the provider refuses the list.
 */
export async function listCredentials(
  inventory: string,
  config: unknown,
  options: ManagerChoice,
): Promise<AccountCredentials> {
  if (options.manager !== undefined) return options.manager.list(options.signal);
  return closingAfter(await manageCredentials(inventory, config, options), (manager) => manager.list());
}

/** The config's own credential, which takes no right; or another one, by its id. */
export type RevokeChoice = { readonly confirmed: boolean } & (
  | (Partial<ApprovalOptions> & { readonly id?: undefined })
  | (ManagerChoice & { readonly id: string })
);

/**
 * Revokes a credential for good: the config's own, with which nothing opens afterwards, or the one that `id` names.
 *
 * @throws InventoryError INVALID_CONFIG where `confirmed` is not true, before anything is sent; NOT_FOUND for an id that is not there;
 * else as {@link manageCredentials} does.
 */
export async function revokeCredential(inventory: string, config: unknown, options: RevokeChoice): Promise<void> {
  const keeper = keeperOf(await loadProvider(inventory));
  if (options.confirmed !== true) {
    throw new InventoryError("INVALID_CONFIG", "revoking a credential cannot be undone: it takes confirmed: true");
  }
  if (options.id === undefined) {
    return surrounded(options, (surroundings) => keeper.endOwn(config, "config", surroundings));
  }
  const { id } = options;
  if (options.manager !== undefined) return options.manager.revoke(id, options.signal);
  const manager = await manageCredentials(inventory, config, { ...options, revokes: true });
  return closingAfter(manager, (opened) => opened.revoke(id));
}

/** Closes the manager whatever came of the work; of two failures the work's own is told. */
export async function closingAfter<Value>(
  manager: CredentialManager,
  work: (manager: CredentialManager) => Promise<Value>,
): Promise<Value> {
  const value = await work(manager).catch(async (thrown: unknown) => {
    await manager.close().catch(() => {});
    throw asInventoryError(thrown);
  });
  await manager.close();
  return value;
}

/**
 * What lists and revokes a provider's credentials.
 *
 * @throws InventoryError INVALID_CONFIG where that is done elsewhere, saying where.
 */
export function keeperOf({
  keeper,
  title,
  credentialsElsewhere,
}: Pick<ProviderDefinition, "keeper" | "title" | "credentialsElsewhere">): CredentialKeeper {
  if (keeper === undefined) throw notHere(title, "lists and revokes no credentials here", credentialsElsewhere);
  return keeper;
}

function notHere(title: string, lacks: string, elsewhere: string | undefined): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${title} ${lacks}${elsewhere === undefined ? "" : `: ${elsewhere}`}`);
}

async function surrounded<Value>(
  { operator, clock = systemClock, signal, onApproval }: Partial<ApprovalOptions>,
  work: (surroundings: RequestSurroundings) => Promise<Value>,
): Promise<Value> {
  const followed = followSignals([signal]);
  try {
    return await work({
      operator: operator ?? readOperatorSettings(process.env),
      clock,
      signal: followed.signal,
      // Notes repeat the config's own words.
      show: (approval) => onApproval?.(safeValue(approval) as Approval),
    });
  } catch (thrown) {
    throw asInventoryError(thrown);
  } finally {
    followed.release();
  }
}
