import type * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { placedIdentifier } from "../../identifier.ts";
import { scalewayUrn } from "../../urn.ts";
import { addressesAndGroups } from "./addresses-and-groups.ts";
import { Image, LocalSnapshot, LocalVolume, Server, type ServerVolume } from "./answers.ts";
import { blockVolumes } from "./block-volumes.ts";
import { privateAddresses } from "./private-addresses.ts";
import { instance } from "./product.ts";
import { templates } from "./templates.ts";

const unreadAddresses = "addresses of private networks";

/** Instances and what is stored with them. */
export const kinds: readonly ListedKind[] = [
  instance.kind({
    id: "scaleway.instance.server",
    family: "compute",
    title: "Instance",
    class: "compute",
    list: instance.pages({ path: "servers", listKey: "servers", order: { order: "creation_date_desc" } }),
    joins: [blockVolumes, privateAddresses],
    connectors: ["scaleway-instance", "sftp"],
    schema: Server,
    sizeIsSumOf: "volumes",
    toResource: (server, scope) => {
      const volumes = Object.values(server.volumes ?? {});
      const found = addresses(server);
      return {
        urn: instance.urn(scope, "server", server.id),
        name: server.name,
        account: server.organization,
        status: server.state,
        createdAt: server.creation_date,
        sizeBytes: totalSize(volumes),
        tags: server.tags ?? [],
        endpoints: [placedIdentifier(server.id, scope, "zone"), ...found.map((address) => addressEndpoint(address))],
        notRead: found.length === 0 && server.private_nics?.some((one) => !one.addresses) ? [unreadAddresses] : [],
        protection: [protection("deletion-protection", server.protected ?? undefined)],
        relations: [
          ...volumes.map((volume) => ({ type: "has-volume" as const, urn: volumeUrn(volume, scope) })),
          ...fileSystems(server, scope),
        ],
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
    family: "storage",
    title: "Instance volume (local)",
    class: "block-storage",
    list: instance.pages({ path: "volumes", listKey: "volumes" }),
    byDefault: true,
    protectionFrom: [{ kind: "scaleway.instance.snapshot", relation: "snapshot-of", type: "snapshots" }],
    schema: LocalVolume,
    toResource: (volume, scope) => ({
      urn: instance.urn(scope, "volume", volume.id),
      name: volume.name,
      account: volume.organization,
      status: volume.state,
      createdAt: volume.creation_date,
      sizeBytes: volume.size,
      tags: volume.tags ?? [],
      endpoints: [identifier(volume.id)],
      relations: volume.server ? [{ type: "attached-to", urn: instance.urn(scope, "server", volume.server.id) }] : [],
      attributes: { type: volume.volume_type },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.snapshot",
    family: "backups",
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
      endpoints: [identifier(snapshot.id)],
      relations: snapshot.base_volume
        ? [{ type: "snapshot-of", urn: instance.urn(scope, "volume", snapshot.base_volume.id) }]
        : [],
      attributes: { type: snapshot.volume_type },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.image",
    family: "backups",
    title: "Private image",
    class: "block-storage",
    list: instance.pages({ path: "images", listKey: "images", query: { public: "false" } }),
    // Scaleway's own images, and those that others made public, are listed by the same route.
    ownedBy: { field: "project", is: "project" },
    schema: Image,
    toResource: (image, scope) => ({
      urn: instance.urn(scope, "image", image.id),
      name: image.name,
      account: image.organization,
      status: image.state,
      createdAt: image.creation_date,
      // The root volume of an image on Block Storage is answered with size 0.
      sizeBytes: image.root_volume?.size || undefined,
      tags: image.tags ?? [],
      endpoints: [identifier(image.id)],
      relations: image.root_volume?.id
        ? [{ type: "snapshot-of", urn: rootSnapshotUrn(image.root_volume.id, image.root_volume.volume_type, scope) }]
        : [],
      attributes: {
        arch: image.arch,
        rootVolume: image.root_volume?.id,
        extraVolumes: Object.values(image.extra_volumes ?? {}).flatMap((volume) => (volume.id ? [volume.id] : [])),
      },
    }),
  }),
  ...addressesAndGroups,
  ...templates,
];

/** Block volumes live in Block Storage under the same id; all others belong to the Instance API. */
function volumeUrn({ id, volume_type }: ServerVolume, scope: Scope): string {
  return volume_type === "sbs_volume" ? scalewayUrn(scope, "block", "volume", id) : instance.urn(scope, "volume", id);
}

/** File systems are of a region, and mounted in any of its zones. */
function fileSystems({ filesystems }: z.infer<typeof Server>, scope: Scope): Relation[] {
  const region = { ...scope, locality: (scope.locality ?? "").replace(/-\d+$/, "") };
  return (filesystems ?? []).flatMap(({ filesystem_id: id }) =>
    id ? [{ type: "has-volume" as const, urn: scalewayUrn(region, "file", "filesystem", id) }] : [],
  );
}

/** What an instance stores in all; unknown as soon as one volume's size is. */
function totalSize(volumes: readonly ServerVolume[]): number | undefined {
  const sizes = volumes.flatMap(({ size }) => (typeof size === "number" ? [size] : []));
  return volumes.length > 0 && sizes.length === volumes.length ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

/** The root volume of an image is a snapshot, of Block Storage or of the Instance API. */
function rootSnapshotUrn(id: string, type: string | null | undefined, scope: Scope): string {
  return type?.startsWith("sbs_") ? scalewayUrn(scope, "block", "snapshot", id) : instance.urn(scope, "snapshot", id);
}

/** Public addresses first; a private one is what the Instance API itself gave. */
function addresses({ public_ips, public_ip, private_ip, private_nics }: z.infer<typeof Server>): readonly string[] {
  const outside = [...(public_ips ?? []), ...(public_ip ? [public_ip] : [])].map(({ address }) => address);
  const inside = [...(private_ip ? [private_ip] : []), ...(private_nics ?? []).flatMap((one) => one.addresses ?? [])];
  return [...new Set([...outside, ...inside])].filter((address) => address !== "");
}
