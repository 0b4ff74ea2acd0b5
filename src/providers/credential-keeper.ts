import type { RequestSurroundings } from "./credential-request.ts";

/** A credential that opens the account, without anything secret of it. */
export interface AccountCredential {
  readonly id: string;
  /** The provider's word for its state. */
  readonly status: string;
  /** RFC 3339; absent where the provider does not tell. */
  readonly createdAt?: string;
  /** RFC 3339; null where it was never used; absent where the provider does not tell. */
  readonly lastUsedAt?: string | null;
  /** RFC 3339; null where it never ends; absent where the provider does not tell. */
  readonly expiresAt?: string | null;
  /** What it may do, in the provider's own form. */
  readonly rights: readonly string[];
  /** The address blocks that it may be used from; absent for any. */
  readonly allowedAddresses?: readonly string[];
  /** Whether it is the one that the config holds. */
  readonly isOwn: boolean;
  /** What it was made for; the names are written by whoever made it. */
  readonly application: AccountApplication;
}

/** A program that credentials are made for. */
export interface AccountApplication {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  /** The provider's word for its state; absent where it could not be read. */
  readonly status?: string;
}

export interface AccountCredentials {
  readonly credentials: readonly AccountCredential[];
  /** Applications for which there is no credential. */
  readonly unused: readonly AccountApplication[];
  /** Why it is not known which one the config holds; absent where it is. */
  readonly ownUnknown?: string;
}

/** What lists and revokes, for as long as it is open. It holds a credential of its own, in memory alone. */
export interface CredentialManager {
  /** @throws InventoryError where the provider refuses or does not answer. */
  list(signal?: AbortSignal): Promise<AccountCredentials>;
  /** @throws InventoryError NOT_FOUND for one that is not there. */
  revoke(id: string, signal?: AbortSignal): Promise<void>;
  /** Ends the manager's own credential at the provider; once is enough. @throws InventoryError where that failed. */
  close(): Promise<void>;
}

/** What a manager is asked for. */
export interface ManagerWish {
  /** Whether it shall revoke as well as list: a right of its own. */
  readonly revokes: boolean;
  /** How long the customer may take to approve it, in milliseconds. */
  readonly timeoutMs: number;
}

/** A provider's way to list and revoke the account's credentials. */
export interface CredentialKeeper {
  /** What it takes, where no config file holds it: config key to environment variable. */
  readonly environment: Readonly<Record<string, string>>;
  /** Those of the keys that it does without. */
  readonly optional: readonly string[];
  /**
   * Opens a manager with a credential of its own, which the customer approves: listing is no right of an inventory.
   *
   * @param where what to call the config in messages.
   * @throws InventoryError as `CredentialRequester.request` does.
   */
  open(raw: unknown, where: string, wish: ManagerWish, surroundings: RequestSurroundings): Promise<CredentialManager>;
  /**
   * Ends the config's own credential, which takes no right. Nothing opens with it afterwards.
   *
   * @throws InventoryError INVALID_CONFIG; UNAUTHENTICATED where it is of no use already.
   */
  endOwn(raw: unknown, where: string, surroundings: Omit<RequestSurroundings, "show">): Promise<void>;
}
