import type { NameOf } from "../config/key-names.ts";
import type { OperatorSettings } from "../config/operator-settings.ts";
import type { Clock } from "../http/clock.ts";

/** What a new credential is asked for. */
export interface CredentialWish {
  /** Kinds as patterns; empty for those that the config names, else the default set. */
  readonly kindPatterns: readonly string[];
  /** Empty for those that the config names, else all. */
  readonly projects: readonly string[];
  readonly narrow: boolean;
  /** Address blocks from which alone it may be used, as `192.0.2.0/24`; empty for any. */
  readonly addresses: readonly string[];
  /** How long the customer may take to approve it, in milliseconds. */
  readonly timeoutMs: number;
}

export interface RequestSurroundings {
  readonly operator: OperatorSettings;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What to call a key of the config in messages; by its own name when absent. */
  readonly nameOf?: NameOf;
  /** Shows the customer where to approve; called once, before the waiting begins. */
  readonly show: (approval: Approval) => void;
}

export interface Approval {
  readonly link: string;
  /** What to know about the page. */
  readonly hint: string;
  /** What the customer approves there, in the provider's words. */
  readonly rights: readonly string[];
  /** What to know about those rights; one sentence each. */
  readonly notes: readonly string[];
}

/** A provider's way to hand out a credential that the customer approves in a browser. */
export interface CredentialRequester {
  /** What it takes to ask, where no config file holds it: config key to environment variable. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Asks, waits for the approval, and returns the whole config with the new credential in it. It holds secrets.
   *
   * @param where what to call the config in messages.
   * @throws InventoryError INVALID_CONFIG before anything is sent; UNAUTHENTICATED where the customer refused or the new
   * credential is over already; UNAVAILABLE where nobody decided in time; CANCELLED.
   */
  request(
    raw: unknown,
    where: string,
    wish: CredentialWish,
    surroundings: RequestSurroundings,
  ): Promise<Readonly<Record<string, string>>>;
}
