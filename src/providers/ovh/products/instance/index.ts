import type { Endpoint } from "../../../../inventory/resource.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { openstackIdentifier } from "../../identifier.ts";
import { ovhKind } from "../../kind.ts";
import { gibibytes } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { Instance, InstanceGroup, InstanceSnapshot } from "./answers.ts";

/** Public Cloud instances and their snapshots: whole-project lists, all regions in one answer. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.instance",
    family: "compute",
    title: "Public Cloud instance",
    class: "compute",
    service: "instance",
    resource: "instance:instance",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/instance" }),
    connectors: ["openstack-instance", "sftp"],
    protectionFrom: [{ kind: "ovh.cloud.backup-workflow", relation: "protects", type: "automatic-backup" }],
    schema: Instance,
    toResource: (instance, scope) => ({
      urn: itemUrn(scope, "instance", instance.id),
      name: instance.name,
      region: instance.region,
      status: instance.status,
      createdAt: instance.created,
      endpoints: [openstackIdentifier(instance.id, instance.region), ...addresses(instance.ipAddresses ?? [])],
      attributes: {
        availabilityZone: instance.availabilityZone,
        flavorId: instance.flavorId,
        imageId: instance.imageId,
        planCode: instance.planCode,
        addresses: (instance.ipAddresses ?? []).map(({ ip, type }) => (type ? { ip, network: type } : { ip })),
      },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.instance-group",
    family: "compute",
    title: "Instance group (anti-affinity)",
    // Unclassified: a rule of placement, without data.
    class: "",
    service: "instance",
    resource: "instance:group",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/instance/group" }),
    schema: InstanceGroup,
    // The instances are its members; an instance does not say so itself.
    toResource: (group, scope) => ({
      urn: itemUrn(scope, "instanceGroup", group.id),
      name: group.name,
      region: group.region,
      attributes: {
        type: group.type,
        members: group.instance_ids?.map((instance) => itemUrn(scope, "instance", instance)),
      },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.instance-snapshot",
    family: "backups",
    title: "Public Cloud instance snapshot or backup (private image)",
    class: "block-storage",
    service: "instance",
    resource: "instance:snapshot",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/snapshot" }),
    schema: InstanceSnapshot,
    // The API does not say which instance an image was made of, so there is no relation.
    toResource: (image, scope) => ({
      urn: itemUrn(scope, "snapshot", image.id),
      name: image.name,
      region: image.region,
      status: image.status,
      createdAt: image.creationDate,
      sizeBytes: gibibytes(image.size),
      tags: image.tags ?? [],
      endpoints: [identifier(image.id)],
      attributes: { type: image.type, visibility: image.visibility, minDiskGigabytes: image.minDisk },
    }),
  }),
];

interface Address {
  readonly ip: string;
  readonly type?: string | null | undefined;
}

/** Public addresses first: they are what a connector outside the project can reach. */
function addresses(list: readonly Address[]): Endpoint[] {
  const reach = ({ type }: Address): number => (type === "public" ? 0 : 1);
  return list.toSorted((one, other) => reach(one) - reach(other)).map(({ ip }) => addressEndpoint(ip));
}
