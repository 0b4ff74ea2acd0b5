import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { AccessCertificate, KmsDomain, KmsSecret, ServiceKey } from "./answers.ts";

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

/** Key management: domains, and the secrets, keys and access certificates of each, of which no content is read. */
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
  ovhKind({
    id: "ovh.okms.service-key",
    family: "security",
    title: "Service key of a KMS domain",
    class: "security",
    service: "okms",
    resource: "okms:service-key",
    locality: "account",
    list: nested({ parent: domain, as: "okmsId", list: headerCursor({ path: `${domainPath}/{okmsId}/serviceKey` }) }),
    schema: ServiceKey,
    toResource: (key, place) => ({
      urn: serviceUrn(place, "okms", place.parent?.id ?? "", "serviceKey", key.id),
      name: key.name,
      // What a destroyed or deactivated key has encrypted, backups among it, cannot be read any more.
      status: key.state,
      createdAt: key.createdAt,
      tags: customerTags(key.iam?.tags),
      relations: [{ type: "member-of", urn: serviceUrn(place, "okms", place.parent?.id ?? "") }],
      attributes: { type: key.type, size: key.size, curve: key.curve, operations: key.operations },
    }),
  }),
  ovhKind({
    id: "ovh.okms.credential",
    family: "security",
    title: "Access certificate of a KMS domain",
    class: "security",
    service: "okms",
    resource: "okms:credential",
    locality: "account",
    list: nested({ parent: domain, as: "okmsId", list: headerCursor({ path: `${domainPath}/{okmsId}/credential` }) }),
    schema: AccessCertificate,
    toResource: (certificate, place) => ({
      urn: serviceUrn(place, "okms", place.parent?.id ?? "", "credential", certificate.id),
      name: certificate.name,
      status: certificate.status,
      createdAt: certificate.createdAt,
      relations: [{ type: "member-of", urn: serviceUrn(place, "okms", place.parent?.id ?? "") }],
      attributes: {
        type: certificate.certificateType,
        description: certificate.description || undefined,
        expiresAt: certificate.expiredAt,
      },
    }),
  }),
];
