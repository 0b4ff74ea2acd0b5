import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `ssl.CertificateWithIAM`; the certificate itself is long, and nothing of an inventory. */
const Certificate = z.object({
  serviceName: id,
  commonName: text,
  subjectAltName: texts,
  status: text,
  type: text,
  authority: text,
  validityStart: moment,
  validityEnd: moment,
  iam: iamMetadata,
});

/** Certificates that were bought apart from a hosting, and the gateway that adds TLS before a site. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.ssl-certificate",
    family: "security",
    title: "SSL certificate",
    class: "security",
    service: "ssl",
    resource: "ssl:certificate",
    locality: "account",
    list: idsThenDetail({ path: "/ssl", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: Certificate,
    toResource: (certificate, place) => ({
      urn: serviceUrn(place, "ssl", certificate.serviceName),
      name: certificate.commonName,
      status: certificate.status,
      createdAt: certificate.validityStart,
      tags: customerTags(certificate.iam?.tags),
      attributes: {
        type: certificate.type,
        authority: certificate.authority,
        alternativeNames: certificate.subjectAltName,
        validUntil: certificate.validityEnd,
      },
    }),
  }),
];
