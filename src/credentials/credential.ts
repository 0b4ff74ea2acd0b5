import type { Authorizer, Send } from "../http/request.ts";
import type { ReadContext } from "../inventory/provider.ts";

/** When something that the credential depends on comes to its end. */
export interface Expiry {
  /** What ends, as the subject of a sentence: `the consumer key`. */
  readonly what: string;
  /** RFC 3339; null where it never ends; undefined where that could not be read. */
  readonly at: string | null | undefined;
  /** Why it could not be read. */
  readonly unknownBecause?: string;
  /** How to renew it. */
  readonly remediation?: string;
  /** The check it belongs to, where that is not the credential's own expiry. */
  readonly check?: "credential.expiry" | "projects.state";
}

/** What a credential says about itself, without asking what it can read. Nothing in it is secret. */
export interface CredentialReport {
  /** Who it is, in words: a consumer key's number, an application's name. */
  readonly identity?: string;
  /** Everything that rights may be given to: the identity itself, and the groups that it is in. */
  readonly identities?: readonly string[];
  /** The application that it was made for, by its id, where that has a state of its own. */
  readonly application?: string;
  /** The account or organization. */
  readonly account?: string;
  readonly bearer?: "application" | "user";
  /** The bearer's id at the provider. */
  readonly bearerId?: string;
  /** The project that a key stands for where a request names none. */
  readonly preferredProject?: string;
  /** The provider's word for its state, where that is not simply usable. */
  readonly status?: string;
  /** Address blocks it may be used from; undefined for any, or where that is not known. */
  readonly allowedAddresses?: readonly string[];
  /** What it was granted, in the provider's own form, where the credential itself carries it. */
  readonly rights?: readonly string[];
  readonly expiries: readonly Expiry[];
}

/** The port of every way to authenticate. Secrets stay inside the object that implements it. */
export interface Credential extends Authorizer {
  /** `<provider>-<what it is>`: `ovh-application`. Stable: the manifest and reports name it. */
  readonly kind: string;
  /** What it is and where it is valid, in words that may be printed anywhere. */
  describe(): string;
  /**
   * Asks the provider what it says about this credential.
   *
   * @throws InventoryError where the provider refuses the credential or may not be asked.
   */
  inspect(send: Send, context: ReadContext): Promise<CredentialReport>;
}
