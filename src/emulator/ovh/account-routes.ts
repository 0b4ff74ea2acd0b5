import type { Item } from "../lists.ts";
import type { OvhAccess } from "./access.ts";
import { accountDetail, accountUrn } from "./account.ts";
import { describeKey } from "./auth-routes.ts";
import { localUser } from "./bearers.ts";
import { applicationIds, type ConsumerKey } from "./consumer-keys.ts";
import { ovhRefusals } from "./refusals.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

const token = "/me/identity/user/{user}/token";

/** The account itself, and what it knows of the credentials that open it. */
export const accountRoutes: readonly OvhRoute[] = [
  row("/me", "me/get", ({ access }) => accountDetail(access.accountName)),
  row("/me/api/application", "me/api/application/get", () => Object.values(applicationIds)),
  row("/me/api/application/{applicationId}", "me/api/application/get", application),
  row("/me/api/credential", "me/api/credential/get", credentialIds),
  row("/me/api/credential/{credentialId}", "me/api/credential/get", credential),
  row("/me/api/credential/{credentialId}/application", "me/api/credential/application/get", applicationOfCredential),
  row("/me/api/credential/{credentialId}", "me/api/credential/delete", revoke, "DELETE"),
  row(token, "me/identity/user/token/get", tokenNames),
  row(`${token}/{name}`, "me/identity/user/token/get", personalToken),
];

function row(path: string, action: string, answer: OvhRoute["answer"], method: OvhRoute["method"] = "GET"): OvhRoute {
  const onAccount = {
    action: `account:apiovh:${action}`,
    resources: ({ access }: OvhCall) => [accountUrn(access.accountName)],
  };
  return { method, path, needs: "right", isPaged: false, answer, ...onAccount };
}

/** Schema model `auth.ApiApplication`. */
function application({ access, parameter }: OvhCall): Item {
  return describeApplication(Number(parameter("applicationId")), access);
}

function describeApplication(applicationId: number, { application }: OvhAccess): Item {
  const { applicationKey, status } = application;
  if (applicationId === application.applicationId)
    return { applicationId, applicationKey, name: "inventory", description: "backup inventory", status };
  if (applicationId !== applicationIds.forgotten) throw ovhRefusals.unknownService();
  return { applicationId, applicationKey: "0123456789abcdef", name: "old tool", description: "", status: "active" };
}

/** The numbers of the keys, of one application or in one state where the query says so. */
function credentialIds({ access, request: { query } }: OvhCall): readonly number[] {
  const isAsked = (name: string, value: string): boolean => [null, value].includes(query.get(name));
  return access.keys
    .all()
    .filter(({ status, applicationId }) => isAsked("status", status) && isAsked("applicationId", String(applicationId)))
    .map(({ credentialId }) => credentialId);
}

function keyOf({ access, parameter }: OvhCall): ConsumerKey {
  const key = access.keys.byId(Number(parameter("credentialId")));
  if (key === undefined) throw ovhRefusals.unknownService();
  return key;
}

function credential(call: OvhCall): Item {
  return describeKey(keyOf(call));
}

function applicationOfCredential(call: OvhCall): Item {
  return describeApplication(keyOf(call).applicationId, call.access);
}

function revoke(call: OvhCall): null {
  call.access.keys.revoke(keyOf(call).consumerKey);
  return null;
}

function tokenNames({ access, parameter }: OvhCall): readonly string[] {
  if (parameter("user") !== localUser) throw ovhRefusals.unknownService();
  return [access.bearers.personalToken.name];
}

/** A personal access token without the token itself (schema model `auth.PersonalAccessToken`). */
function personalToken(call: OvhCall): Item {
  const name = call.parameter("name");
  if (!tokenNames(call).includes(name)) throw ovhRefusals.unknownService();
  const { expiresAt } = call.access.bearers.personalToken;
  return { name, description: "backup inventory", creation: "2025-01-06T08:00:00Z", expiresAt, lastUsed: null };
}
