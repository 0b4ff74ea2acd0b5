import type * as z from "zod";
import type { Endpoint } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { identifier } from "../../identifier.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { Image, LocalSnapshot, LocalVolume, Server, type ServerVolume } from "./answers.ts";
import { blockVolumes } from "./block-volumes.ts";

const instance = scalewayProduct({
  service: "instance",
  api: "/instance/v1",
  locality: "zone",
  permissionSets: ["InstancesReadOnly"],
  filter: { project: "{project}" },
  // Of its lists the API can order servers alone.
  order: {},
  sizeParameter: "per_page",
});

/** Instances and what is stored with them. */
export const kinds: readonly ListedKind[] = [
  instance.kind({
    id: "scaleway.instance.server",
    title: "Instance",
    class: "compute",
    list: instance.pages({ path: "servers", listKey: "servers", order: { order: "creation_date_desc" } }),
    join: blockVolumes,
    byDefault: true,
    schema: Server,
    toResource: (server, scope) => {
      const volumes = Object.values(server.volumes ?? {});
      return {
        urn: instance.urn(scope, "server", server.id),
        name: server.name,
        account: server.organization,
        status: server.state,
        createdAt: server.creation_date,
        sizeBytes: totalSize(volumes),
        tags: server.tags ?? [],
        endpoints: [identifier(server.id, scope, "zone"), ...addresses(server, scope)],
        protection: server.protected ? [{ type: "deletion-protection" }] : [],
        relations: volumes.map((volume) => ({ type: "has-volume" as const, urn: volumeUrn(volume, scope) })),
        attributes: {
          commercialType: server.commercial_type,
          arch: server.arch,
          image: server.image?.name ?? server.image?.id,
          volumes: volumes.map(({ id, name, size, volume_type, boot }) => ({
            id,
            ...(name ? { name } : {}),
            ...(typeof size === "number" ? { sizeBytes: size } : {}),
            ...(volume_type ? { type: volume_type } : {}),
            ...(boot ? { boot } : {}),
          })),
        },
      };
    },
  }),
  instance.kind({
    id: "scaleway.instance.volume",
    title: "Instance volume (local)",
    class: "block-storage",
    list: instance.pages({ path: "volumes", listKey: "volumes" }),
    byDefault: true,
    schema: LocalVolume,
    toResource: (volume, scope) => ({
      urn: instance.urn(scope, "volume", volume.id),
      name: volume.name,
      account: volume.organization,
      status: volume.state,
      createdAt: volume.creation_date,
      sizeBytes: volume.size,
      tags: volume.tags ?? [],
      endpoints: [identifier(volume.id, scope, "zone")],
      relations: volume.server ? [{ type: "attached-to", urn: instance.urn(scope, "server", volume.server.id) }] : [],
      attributes: { type: volume.volume_type },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.snapshot",
    title: "Instance snapshot (local)",
    class: "block-storage",
    list: instance.pages({ path: "snapshots", listKey: "snapshots" }),
    schema: LocalSnapshot,
    toResource: (snapshot, scope) => ({
      urn: instance.urn(scope, "snapshot", snapshot.id),
      name: snapshot.name,
      account: snapshot.organization,
      status: snapshot.state,
      createdAt: snapshot.creation_date,
      sizeBytes: snapshot.size,
      tags: snapshot.tags ?? [],
      endpoints: [identifier(snapshot.id, scope, "zone")],
      relations: snapshot.base_volume
        ? [{ type: "snapshot-of", urn: instance.urn(scope, "volume", snapshot.base_volume.id) }]
        : [],
      attributes: { type: snapshot.volume_type },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.image",
    title: "Private image",
    class: "block-storage",
    list: instance.pages({ path: "images", listKey: "images", query: { public: "false" } }),
    schema: Image,
    toResource: (image, scope) => ({
      urn: instance.urn(scope, "image", image.id),
      name: image.name,
      account: image.organization,
      status: image.state,
      createdAt: image.creation_date,
      sizeBytes: image.root_volume?.size,
      tags: image.tags ?? [],
      endpoints: [identifier(image.id, scope, "zone")],
      attributes: {
        arch: image.arch,
        rootVolume: image.root_volume?.id,
        extraVolumes: Object.values(image.extra_volumes ?? {}).flatMap((volume) => (volume.id ? [volume.id] : [])),
      },
    }),
  }),
];

/** Block volumes live in Block Storage under the same id; all others belong to the Instance API. */
function volumeUrn({ id, volume_type }: ServerVolume, scope: Scope): string {
  return volume_type === "sbs_volume" ? scalewayUrn(scope, "block", "volume", id) : instance.urn(scope, "volume", id);
}

/** What an instance stores in all; unknown as soon as one volume's size is. */
function totalSize(volumes: readonly ServerVolume[]): number | undefined {
  const sizes = volumes.flatMap(({ size }) => (typeof size === "number" ? [size] : []));
  return volumes.length > 0 && sizes.length === volumes.length ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

function addresses({ public_ips, private_ip }: z.infer<typeof Server>, scope: Scope): Endpoint[] {
  const attributes = { project_id: scope.project ?? "", zone: scope.locality ?? "" };
  const endpoint = (address: string, family?: string | null): Endpoint => ({
    type: family === "inet6" || address.includes(":") ? "inet6" : "inet4",
    endpoint: address,
    attributes,
  });
  const outside = (public_ips ?? []).map(({ address, family }) => endpoint(address, family));
  return private_ip ? [...outside, endpoint(private_ip)] : outside;
}
