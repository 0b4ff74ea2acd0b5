import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { KmsDomain, KmsSecret } from "./answers.ts";

const domainPath = "/v2/okms/resource";

const domain = ovhKind({
  id: "ovh.okms",
  family: "security",
  title: "KMS domain (OKMS)",
  class: "security",
  service: "okms",
  resource: "okms:domain",
  locality: "account",
  list: headerCursor({ path: domainPath }),
  mayLeaveOut: true,
  schema: KmsDomain,
  toResource: (item, place) => ({
    urn: serviceUrn(place, "okms", item.id),
    name: item.iam?.displayName,
    region: item.region,
    status: item.iam?.state,
    tags: customerTags(item.iam?.tags),
    endpoints: [item.restEndpoint, item.kmipEndpoint].flatMap(hostEndpoints),
    attributes: { secrets: item.secretCount, serviceKeys: item.serviceKeyCount },
  }),
});

/** Key management: domains, and the secrets of each by name alone. */
export const kinds: readonly ListedKind[] = [
  domain,
  ovhKind({
    id: "ovh.okms.secret",
    family: "security",
    title: "Secret of the Secret Manager",
    class: "security",
    subclass: "secret-manager",
    service: "okms",
    resource: "okms:secret",
    locality: "account",
    list: nested({
      parent: domain,
      as: "okmsId",
      list: headerCursor({ path: `${domainPath}/{okmsId}/secret`, idField: "path" }),
    }),
    schema: KmsSecret,
    toResource: (secret, place) => ({
      urn: serviceUrn(place, "okms", place.parent?.id ?? "", "secret", secret.path),
      name: secret.path,
      status: secret.iam?.state,
      createdAt: secret.metadata?.createdAt,
      tags: customerTags(secret.iam?.tags),
      endpoints: [identifier(secret.path)],
      relations: [{ type: "member-of", urn: serviceUrn(place, "okms", place.parent?.id ?? "") }],
      attributes: { version: secret.metadata?.currentVersion },
    }),
  }),
];
