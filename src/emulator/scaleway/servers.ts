import type { Item } from "../lists.ts";
import { cycle } from "../random.ts";
import { createdAtMs, isoMicroseconds, nameOf, tagsOf } from "../words.ts";
import { blockVolumeOf, localVolumeOf } from "./attachments.ts";
import type { ScalewayPlace } from "./place.ts";
import { instanceVolume } from "./volumes.ts";

const commercialTypes = ["PLAY2-NANO", "PRO2-XS", "DEV1-M", "GP1-S"];

/** An Instance server as Instance v1 lists it. */
export function server(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.instance.server");
  const random = series.random(index);
  const created = isoMicroseconds(
    createdAtMs(series, index, place.count("scaleway.instance.server")),
    random,
    "+00:00",
  );
  const name = nameOf(index);
  const isStopped = index % 5 === 4;
  return {
    id: series.uuid(index),
    name,
    hostname: name,
    arch: "x86_64",
    commercial_type: cycle(commercialTypes, index),
    boot_type: "local",
    organization: place.organizationId,
    project: place.projectId,
    image: null,
    volumes: volumesOf(place, index),
    tags: tagsOf(random),
    state: isStopped ? "stopped" : "running",
    state_detail: isStopped ? "" : "booted",
    protected: index % 7 === 0,
    ...networkOf(index, series.uuid(index)),
    creation_date: created,
    modification_date: created,
    bootscript: null,
    security_group: { id: series.uuid(-1), name: "Default security group" },
    location: null,
    maintenances: [],
    allowed_actions: isStopped ? ["poweron", "backup"] : ["poweroff", "terminate", "reboot", "backup"],
    placement_group: null,
    private_nics: [],
    zone: place.locality,
    filesystems: [],
    end_of_service: false,
  };
}

/** Local volumes come whole; block volumes come with no name and no size, and have to be looked up in Block Storage. */
function volumesOf(place: ScalewayPlace, index: number): Item {
  const local = localVolumeOf(place, index);
  if (local !== undefined) {
    const { tags: _tags, ...volume } = instanceVolume(place, local);
    return { "0": { ...volume, boot: false } };
  }
  const block = blockVolumeOf(place, index);
  if (block === undefined) return {};
  const id = place.series("scaleway.block.volume").uuid(block);
  return { "0": { boot: false, volume_type: "sbs_volume", id, state: "available", zone: place.locality } };
}

/** Addresses out of the block that RFC 5737 sets aside for examples. */
function networkOf(index: number, id: string): Item {
  const address = `198.51.100.${(index % 254) + 1}`;
  const ip = {
    id: `${id.slice(0, -4)}0a0b`,
    address,
    family: "inet",
    netmask: "32",
    gateway: "198.51.100.255",
    dynamic: false,
    state: "attached",
    provisioning_mode: "dhcp",
    tags: [],
  };
  return {
    public_ip: ip,
    public_ips: [ip],
    private_ip: null,
    ipv6: null,
    mac_address: `de:00:00:${id.slice(0, 2)}:${id.slice(2, 4)}:${id.slice(4, 6)}`,
    routed_ip_enabled: true,
    dynamic_ip_required: false,
    enable_ipv6: false,
    extra_networks: [],
  };
}
