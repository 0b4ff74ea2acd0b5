import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `msServices.ActiveDirectoryOrganizationalUnitWithIAM`, with the id as it is listed. */
const MicrosoftService = z.object({
  service: id,
  name: text,
  state: text,
  officeTenantServiceName: text,
  iam: iamMetadata,
});

/** `msServices.SharepointServiceInfoWithIAM` */
const Sharepoint = z.object({ domain: id, iam: iamMetadata });

/** `saas.csp2.OfficeTenantWithIAM`: a tenant is described by the person whose it is, of whom nothing is read. */
const OfficeTenant = z.object({ serviceName: id, status: text, creationDate: moment });

/** What OVHcloud resells of Microsoft, beside Exchange. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.microsoft-service",
    family: "identity",
    title: "Microsoft service (Active Directory unit)",
    class: "identity",
    service: "microsoft-service",
    resource: "microsoft-service:service",
    locality: "account",
    list: idsThenDetail({ path: "/msServices", idField: "service", isListedAlone: true }),
    mayLeaveOut: true,
    schema: MicrosoftService,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "microsoftServices", item.service),
      name: item.name || item.service,
      status: item.state,
      tags: customerTags(item.iam?.tags),
      attributes: { officeTenant: item.officeTenantServiceName },
    }),
  }),
  ovhKind({
    id: "ovh.sharepoint",
    family: "storage",
    title: "SharePoint",
    class: "file-storage",
    service: "sharepoint",
    resource: "sharepoint:service",
    locality: "account",
    list: idsThenDetail({ path: "/msServices/sharepoint", idField: "domain" }),
    mayLeaveOut: true,
    schema: Sharepoint,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "sharepoint", item.domain),
      name: item.domain,
      status: item.iam?.state,
      tags: customerTags(item.iam?.tags),
    }),
  }),
  ovhKind({
    id: "ovh.office-tenant",
    family: "account",
    title: "Microsoft 365 tenant (CSP)",
    // Unclassified: what is in it is Microsoft's to list.
    class: "",
    service: "office-tenant",
    resource: "office-tenant:tenant",
    locality: "account",
    list: idsThenDetail({ path: "/saas/csp2", idField: "serviceName" }),
    mayLeaveOut: true,
    personal: true,
    schema: OfficeTenant,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "cspReseller", item.serviceName),
      name: item.serviceName,
      status: item.status,
      createdAt: item.creationDate,
    }),
  }),
];
