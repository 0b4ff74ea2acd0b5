import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { addressEndpoint, hostEndpoints } from "../../../../listing/endpoints.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { DedicatedServer } from "./answers.ts";

export const server = ovhKind({
  id: "ovh.dedicated-server",
  family: "compute",
  title: "Dedicated server",
  class: "compute",
  service: "dedicated-server",
  resource: "dedicated-server:server",
  locality: "account",
  list: idsThenDetail({ path: "/dedicated/server", detailPath: "/dedicated/server/{id}", idField: "name" }),
  connectors: ["sftp"],
  mayLeaveOut: true,
  protectionFrom: [{ kind: "ovh.backup-services.agent", relation: "protects", type: "automatic-backup" }],
  schema: DedicatedServer,
  toResource: (server, place) => ({
    urn: serviceUrn(place, "dedicatedServer", server.name),
    name: server.iam?.displayName || server.name,
    region: server.region,
    status: server.state,
    tags: customerTags(server.iam?.tags),
    endpoints: [
      ...(server.ip ? [addressEndpoint(server.ip)] : []),
      ...[...new Set([server.reverse, server.name])].flatMap(hostEndpoints),
    ],
    attributes: {
      datacenter: server.datacenter,
      powerState: server.powerState,
      operatingSystem: server.os,
      range: server.commercialRange,
    },
  }),
});
