import type { Item } from "../lists.ts";
import { cycle, pick } from "../random.ts";
import { createdAtMs, isoSeconds, nameOf } from "../words.ts";
import type { OvhPlace } from "./place.ts";

const flavors = [
  { name: "b3-8", vcpus: 2, ram: 8192, disk: 50 },
  { name: "c3-4", vcpus: 2, ram: 4096, disk: 50 },
  { name: "r3-16", vcpus: 2, ram: 16_384, disk: 50 },
];

/** An instance as listed (schema model `cloud.instance.Instance`); the list leaves flavor and image as ids. */
export function instance(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.instance");
  const random = series.random(index);
  const region = cycle(place.regions("ovh.cloud.instance"), index);
  const status = statusOf(index);
  return {
    id: series.uuid(index),
    name: nameOf(index),
    status,
    region,
    availabilityZone: region.startsWith("EU-") ? `${region.toLowerCase()}-${pick(["a", "b", "c"], random)}` : null,
    created: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.instance"))),
    // Flavors and images are few: their ids are those before the first instance's.
    flavorId: series.uuid(-1 - (index % flavors.length)),
    imageId: series.uuid(-1 - flavors.length),
    planCode: `${cycle(flavors, index).name}.consumption`,
    sshKeyId: null,
    monthlyBilling: null,
    ipAddresses: addressesOf(index, random),
    currentMonthOutgoingTraffic: Math.floor(random() * 1e9),
    operationIds: [],
    // A secret that the real list carries too, so that tests see whether an inventory lets it through.
    rescuePassword: status === "RESCUE" ? series.hexadecimal(index).slice(16) : null,
  };
}

/** An instance with its flavor, as its own route answers. */
export function instanceDetail(item: Item): Item {
  const flavor = flavors.find(({ name }) => String(item["planCode"]).startsWith(`${name}.`)) ?? cycle(flavors, 0);
  return {
    ...item,
    image: null,
    sshKey: null,
    flavor: {
      ...flavor,
      id: item["flavorId"],
      region: item["region"],
      type: "ovh.ssd.eg",
      osType: "linux",
      available: true,
      quota: 20,
      inboundBandwidth: 500,
      outboundBandwidth: 500,
      capabilities: [{ name: "snapshot", enabled: true }],
      planCodes: { hourly: item["planCode"], license: null, monthly: null },
    },
  };
}

/** An instance snapshot, which the API calls an image (schema model `cloud.image.Image`). */
export function instanceSnapshot(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.instance-snapshot");
  const random = series.random(index);
  return {
    id: series.uuid(index),
    name: nameOf(index, "snapshot"),
    region: cycle(place.regions("ovh.cloud.instance-snapshot"), index),
    status: "active",
    visibility: "private",
    type: "linux",
    size: Math.round(random() * 2000) / 100 + 1,
    minDisk: 50,
    minRam: 0,
    user: "debian",
    flavorType: null,
    planCode: "snapshot.consumption",
    tags: [],
    creationDate: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.instance-snapshot"))),
  };
}

function statusOf(index: number): string {
  if (index % 17 === 16) return "RESCUE";
  return index % 6 === 5 ? "SHUTOFF" : "ACTIVE";
}

/** One public address and, for most, one private (blocks that RFC 5737, 3849 and 1918 set aside). */
function addressesOf(index: number, random: () => number): Item[] {
  const low = index % 254;
  const high = Math.floor(index / 254) % 254;
  const open = { type: "public", networkId: "ext-net" };
  const addresses: Item[] = [
    { ...open, ip: `203.0.113.${low + 1}`, version: 4, gatewayIp: "203.0.113.254" },
    { ...open, ip: `2001:db8::${index.toString(16)}`, version: 6, gatewayIp: "2001:db8::ffff" },
  ];
  const inner = { ip: `10.0.${high}.${low + 1}`, type: "private", version: 4, networkId: "pn-1", gatewayIp: null };
  return random() < 0.7 ? [...addresses, inner] : addresses;
}
