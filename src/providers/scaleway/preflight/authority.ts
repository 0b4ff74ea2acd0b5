import type { CredentialReport } from "../../../credentials/credential.ts";
import { asInventoryError, type InventoryError } from "../../../inventory/errors.ts";
import type { ScalewayDocuments } from "../client.ts";
import { isDenial } from "../errors.ts";
import { type Bearer, type Grants, readBearer, readGrants } from "./policies.ts";

/** What IAM tells about a key, as far as the key may read it. */
export interface Authority {
  readonly key?: CredentialReport;
  readonly bearer?: Bearer;
  readonly grants?: Grants;
  /** Why the rest could not be read. */
  readonly error?: InventoryError;
}

/**
 * Reads the key alone: one request. What may not be read is left out.
 *
 * @throws InventoryError UNAUTHENTICATED where the key is refused.
 */
export async function readKey(inspect: () => Promise<CredentialReport>): Promise<Authority> {
  try {
    return { key: await inspect() };
  } catch (thrown) {
    return { error: unlessRefused(thrown) };
  }
}

/**
 * Reads key, bearer, groups, policies and rules, five requests deep. What may not be read is left out, and stops nothing else.
 *
 * @throws InventoryError UNAUTHENTICATED where the key is refused.
 */
export async function readAuthority(
  inspect: () => Promise<CredentialReport>,
  reader: ScalewayDocuments,
): Promise<Authority> {
  let authority = await readKey(inspect);
  const { key } = authority;
  if (key?.bearer === undefined || key.bearerId === undefined) return authority;
  try {
    const bearer = await readBearer(reader, key.bearer, key.bearerId);
    authority = { key, bearer };
    return { ...authority, grants: await readGrants(reader, bearer) };
  } catch (thrown) {
    return { ...authority, error: unlessRefused(thrown) };
  }
}

function unlessRefused(thrown: unknown): InventoryError {
  const error = asInventoryError(thrown);
  if (error.code === "UNAUTHENTICATED" || error.code === "CANCELLED") throw error;
  return error;
}

/** Why something of IAM is not known, in words. */
export function unreadBecause({ error }: Authority): string {
  if (error === undefined) return "IAM's answer does not say";
  return isDenial(error)
    ? "the key may not read itself in IAM, which takes IAMReadOnly; the inventory does not need it"
    : error.message;
}
