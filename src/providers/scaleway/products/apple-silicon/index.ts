import * as z from "zod";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const mac = scalewayProduct({
  service: "apple-silicon",
  api: "/apple-silicon/v1alpha1",
  locality: "zone",
  permissionSets: ["AppleSiliconReadOnly"],
});

// Never here: `sudo_password`, `vnc_url` with a password in it, `ssh_username`, and `runner_configuration` with its token.
const Server = z.object({
  id,
  name: text,
  organization_id: text,
  type: text,
  status: text,
  ip: text,
  os: z.object({ name: text, version: text }).nullish(),
  delivered: flag,
  deletion_scheduled: flag,
  tags: texts,
  created_at: moment,
});

/** Mac minis by the hour. */
export const kinds: readonly ListedKind[] = [
  mac.kind({
    id: "scaleway.apple-silicon.server",
    family: "compute",
    title: "Apple silicon server",
    class: "compute",
    list: mac.pages({ path: "servers", listKey: "servers" }),
    connectors: ["sftp"],
    schema: Server,
    toResource: (server, place) => ({
      urn: mac.urn(place, "server", server.id),
      name: server.name,
      account: server.organization_id,
      status: server.status,
      createdAt: server.created_at,
      tags: server.tags ?? [],
      endpoints: [identifier(server.id), ...(server.ip ? [addressEndpoint(server.ip)] : [])],
      attributes: {
        type: server.type,
        os: server.os?.name,
        osVersion: server.os?.version,
        delivered: server.delivered,
        deletionScheduled: server.deletion_scheduled,
      },
    }),
  }),
];
