import type { Item } from "../lists.ts";
import { accountDetail, accountUrn } from "./account.ts";
import { describeKey } from "./auth-routes.ts";
import { localUser } from "./bearers.ts";
import { ovhRefusals } from "./refusals.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

const token = "/me/identity/user/{user}/token";

/** The account itself, and what it knows of the credentials that open it. */
export const accountRoutes: readonly OvhRoute[] = [
  row("/me", "me/get", () => accountDetail),
  row("/me/api/application/{applicationId}", "me/api/application/get", application),
  row("/me/api/credential/{credentialId}", "me/api/credential/get", credential),
  row(token, "me/identity/user/token/get", tokenNames),
  row(`${token}/{name}`, "me/identity/user/token/get", personalToken),
];

function row(path: string, action: string, answer: OvhRoute["answer"]): OvhRoute {
  const onAccount = { action: `account:apiovh:${action}`, resources: () => [accountUrn] };
  return { method: "GET", path, needs: "right", isPaged: false, answer, ...onAccount };
}

/** Schema model `auth.ApiApplication`. */
function application({ access, parameter }: OvhCall): Item {
  const { applicationId, applicationKey, status } = access.application;
  if (parameter("applicationId") !== String(applicationId)) throw ovhRefusals.unknownService();
  return { applicationId, applicationKey, name: "inventory", description: "backup inventory", status };
}

function credential({ access, parameter }: OvhCall): Item {
  const key = access.keys.byId(Number(parameter("credentialId")));
  if (key === undefined) throw ovhRefusals.unknownService();
  return describeKey(key, access);
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
