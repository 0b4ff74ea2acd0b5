import * as z from "zod";
import { invalid } from "../../http/answer.ts";
import { expandPath, urlWithin } from "../../http/path.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { safeValue } from "../../inventory/safe-text.ts";
import { listOf } from "../../listing/paging/list-of.ts";
import { expired } from "../../listing/reader.ts";
import type { AccountApplication, AccountCredential, AccountCredentials } from "../credential-keeper.ts";
import { createOvhReader } from "./client.ts";
import type { KeyConnection } from "./consumer-key.ts";
import { AccountApplicationDocument, AccountKey } from "./schemas.ts";

const applicationsPath = "/me/api/application";
const keysPath = "/me/api/credential";
const sessionPath = "/auth/currentCredential";

/** The number of the key that a connection is signed with. */
export async function ownNumber({ base, door }: KeyConnection, context: ReadContext): Promise<string> {
  const document = await createOvhReader(door, base)(context).read(sessionPath, {});
  const { data } = z.object({ credentialId: z.int().positive() }).safeParse(document);
  if (data === undefined) throw invalid(`GET ${sessionPath}`, "answered without the key's number");
  return String(data.credentialId);
}

/**
 * The account's keys and applications.
 *
 * @param own the number of the config's key, where it is known.
 * @param except the number of the key that asks, which is none of the account's own for long.
 */
export async function readAccountKeys(
  { base, credential, door }: KeyConnection,
  context: ReadContext,
  { own, except }: { readonly own: string | undefined; readonly except: string },
): Promise<AccountCredentials> {
  const reader = createOvhReader(door, base)(context);
  const idsAt = async (path: string) => listOf(await reader.read(path, {}), undefined, `GET ${path}`).map(String);
  const detailsAt = async <Shape extends z.ZodType>(path: string, ids: readonly string[], shape: Shape) => {
    // The door bounds what is in flight.
    const read = (id: string) => reader.readDetail(expandPath(`${path}/{id}`, { id }), {});
    const documents = await Promise.all(ids.map(read));
    // One that went meanwhile is none any more.
    const there = documents.filter((document) => document !== undefined && document !== expired);
    return there.map((document): z.infer<Shape> => {
      const { success, data } = shape.safeParse(document);
      if (success) return data;
      throw invalid(`GET ${path}/{id}`, "answered with something else than was asked for");
    });
  };
  const [applicationIds, keyIds] = await Promise.all([idsAt(applicationsPath), idsAt(keysPath)]);
  const [applications, keys] = await Promise.all([
    detailsAt(applicationsPath, applicationIds, AccountApplicationDocument),
    detailsAt(
      keysPath,
      keyIds.filter((id) => id !== except),
      AccountKey,
    ),
  ]);
  const describe = ({ applicationId, name, description, status }: AccountApplicationDocument): AccountApplication => ({
    id: String(applicationId),
    // Whoever made it names it: that may be anything, the key itself included.
    ...(name && !credential.holdsSecret(name) ? { name } : {}),
    ...(description && !credential.holdsSecret(description) ? { description } : {}),
    ...(status ? { status } : {}),
  });
  const known = new Map(applications.map((one) => [String(one.applicationId), describe(one)]));
  const credentials = keys.map((one) => credentialOf(one, known, own));
  const used = new Set(credentials.map(({ application }) => application.id));
  const unused = [...known.values()].filter(({ id }) => !used.has(id));
  return safeValue({ credentials, unused }) as AccountCredentials;
}

function credentialOf(
  { credentialId, applicationId, status, creation, lastUse, expiration, rules, allowedIPs }: AccountKey,
  applications: ReadonlyMap<string, AccountApplication>,
  own: string | undefined,
): AccountCredential {
  const id = String(credentialId);
  return {
    id,
    status,
    ...(creation ? { createdAt: creation } : {}),
    ...(lastUse === undefined ? {} : { lastUsedAt: lastUse }),
    ...(expiration === undefined ? {} : { expiresAt: expiration }),
    rights: rules.map(({ method, path }) => `${method} ${path}`),
    ...(allowedIPs && allowedIPs.length > 0 ? { allowedAddresses: allowedIPs } : {}),
    isOwn: id === own,
    application: applications.get(String(applicationId)) ?? { id: String(applicationId) },
  };
}

/** @throws InventoryError NOT_FOUND where the account has no such key. */
export async function revokeKey(id: string, { base, door }: KeyConnection, context: ReadContext): Promise<void> {
  if (!/^[1-9]\d{0,18}$/.test(id)) throw new InventoryError("INVALID_CONFIG", "a key's id is its number");
  const url = urlWithin(base, expandPath(`${keysPath}/{id}`, { id }));
  const label = `DELETE ${keysPath}/${id}`;
  const { status } = await door.send({ method: "DELETE", url, headers, label, accept: [404] }, context);
  if (status === 404) throw new InventoryError("NOT_FOUND", `the account has no key no. ${id}`);
}

/** Ends the key that a connection is signed with; `/auth/*` takes no right. */
export async function endKey({ base, door }: KeyConnection, context: ReadContext): Promise<void> {
  const path = "/auth/logout";
  await door.send({ method: "POST", url: urlWithin(base, path), headers, label: `POST ${path}` }, context);
}

const headers = { Accept: "application/json" };
