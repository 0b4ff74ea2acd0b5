import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { serviceUrn } from "../../urn.ts";
import { LocalUser, OauthClient } from "./answers.ts";

const product = { service: "account", locality: "account" } as const;

/** Who may act for the account, and what it pays for until when. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.account.oauth-client",
    family: "identity",
    title: "Service account (OAuth2 client)",
    class: "identity",
    resource: "account:oauth-client",
    list: idsThenDetail({ path: "/me/api/oauth2/client", idField: "clientId" }),
    schema: OauthClient,
    // IAM's own name for it, `identity`, may be null, and a URN may not change.
    toResource: (client, place) => ({
      urn: serviceUrn(place, "account", "oauthClient", client.clientId),
      name: client.name || client.clientId,
      createdAt: client.createdAt,
      attributes: { flow: client.flow, identity: client.identity },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.account.user",
    family: "identity",
    title: "Local user of the account",
    class: "identity",
    resource: "account:user",
    list: idsThenDetail({ path: "/me/identity/user", idField: "login" }),
    personal: true,
    schema: LocalUser,
    toResource: (user) => ({
      // IAM's own, which policies name: it holds the account's, and logins are unique in an account alone.
      urn: user.urn,
      name: user.login,
      status: user.status,
      createdAt: user.creation,
      attributes: { type: user.type },
    }),
  }),
];
