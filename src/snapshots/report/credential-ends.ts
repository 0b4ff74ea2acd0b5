import type { Resource } from "../../inventory/resource.ts";

/** Kinds that are credentials, and the attribute that says when one comes to its end. */
const credentialKinds: Readonly<Record<string, { readonly what: string; readonly end: string }>> = {
  "ovh.iam.policy": { what: "policy", end: "expiredAt" },
  "ovh.ip-load-balancer.certificate": { what: "certificate", end: "validUntil" },
  "ovh.okms.credential": { what: "access certificate", end: "expiresAt" },
  "ovh.ssl-certificate": { what: "certificate", end: "validUntil" },
  "scaleway.iam.api-key": { what: "API key", end: "expiresAt" },
  "scaleway.load-balancer.certificate": { what: "certificate", end: "expiresAt" },
};

/** Ids of the kinds that are looked at. */
export const endingKinds: readonly string[] = Object.keys(credentialKinds);

/** When a credential that is a resource comes to its end. */
export interface CredentialEnd {
  readonly what: string;
  readonly kind: string;
  readonly urn: string;
  readonly name: string;
  /** As the provider wrote it. */
  readonly endsAt: string;
}

export interface CredentialEnds {
  /** The earliest, the first to end first. */
  readonly earliest: readonly CredentialEnd[];
  /** How many there are. */
  readonly credentials: number;
  /** Of these, how many say when they end. */
  readonly dated: number;
}

// Who has more of them looks at the resources themselves.
const mostHeld = 50;

/** Keeps the credentials that end first. */
export function createCredentialEnds(): { add(resource: Resource): void; ends(): CredentialEnds } {
  let earliest: CredentialEnd[] = [];
  let credentials = 0;
  let dated = 0;
  const cut = (): void => {
    earliest = earliest.sort((one, other) => Date.parse(one.endsAt) - Date.parse(other.endsAt)).slice(0, mostHeld);
  };
  return {
    add({ kind, urn, name, details: { attributes } }) {
      const about = Object.hasOwn(credentialKinds, kind) ? credentialKinds[kind] : undefined;
      if (about === undefined) return;
      credentials += 1;
      const endsAt = attributes[about.end];
      if (typeof endsAt !== "string" || Number.isNaN(Date.parse(endsAt))) return;
      dated += 1;
      earliest.push({ what: about.what, kind, urn, name, endsAt });
      if (earliest.length > 2 * mostHeld) cut();
    },
    ends() {
      cut();
      return { earliest, credentials, dated };
    },
  };
}
