import * as z from "zod";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";

/** `cloud.keymanager.Secret` and `cloud.keymanager.Certificate` of cloud.json. What they hold is in other answers, which are never asked for. */
const Kept = z.object({ id, name: text, region: text });

const path = "/cloud/project/{project}/region/{locality}/keymanager";
const product = { family: "security", class: "security", service: "key-manager", locality: "region" } as const;

/** The Key Manager (Barbican): keys and certificates that load balancers serve, by name alone. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.cloud.key-manager-secret",
    title: "Key Manager secret (Barbican)",
    subclass: "secret-manager",
    resource: "key-manager:secret",
    list: wholeList({ path: `${path}/secret` }),
    schema: Kept,
    toResource: (secret, place) => ({
      urn: itemUrn(place, "keyManagerSecret", secret.id),
      name: secret.name,
      region: secret.region,
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.key-manager-certificate",
    title: "Key Manager certificate (Barbican)",
    resource: "key-manager:certificate",
    list: wholeList({ path: `${path}/certificate` }),
    schema: Kept,
    toResource: (certificate, place) => ({
      urn: itemUrn(place, "keyManagerCertificate", certificate.id),
      name: certificate.name,
      region: certificate.region,
    }),
  }),
];
