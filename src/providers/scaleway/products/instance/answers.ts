// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

/** An entry of a server's `volumes`: `sbs_volume` entries hold no name and no size until they are joined. */
const ServerVolume = z.object({ id, volume_type: text, name: text, size, boot: flag });
export type ServerVolume = z.infer<typeof ServerVolume>;

const PublicAddress = z.object({ address: z.string() });

export const Server = z.object({
  id,
  name: text,
  organization: text,
  state: text,
  commercial_type: text,
  arch: text,
  tags: texts,
  creation_date: moment,
  protected: flag,
  image: z.object({ id: text, name: text }).nullish(),
  volumes: z.record(z.string(), ServerVolume).nullish(),
  public_ips: z.array(PublicAddress).nullish(),
  /** The same in its older form, which may stand alone. */
  public_ip: PublicAddress.nullish(),
  private_ip: text,
  /** With the addresses that IPAM names. */
  private_nics: z.array(z.object({ private_network_id: text, addresses: texts })).nullish(),
  filesystems: z.array(z.object({ filesystem_id: text })).nullish(),
});

export const LocalVolume = z.object({
  id,
  name: text,
  organization: text,
  size,
  volume_type: text,
  state: text,
  server: z.object({ id: z.string() }).nullish(),
  tags: texts,
  creation_date: moment,
});

export const LocalSnapshot = z.object({
  id,
  name: text,
  organization: text,
  size,
  volume_type: text,
  state: text,
  base_volume: z.object({ id: z.string() }).nullish(),
  tags: texts,
  creation_date: moment,
});

const ImageVolume = z.object({ id: text, size, volume_type: text });

export const Image = z.object({
  id,
  name: text,
  organization: text,
  arch: text,
  state: text,
  root_volume: ImageVolume.nullish(),
  extra_volumes: z.record(z.string(), ImageVolume).nullish(),
  tags: texts,
  creation_date: moment,
});

export const FlexibleIp = z.object({
  id,
  /** Null where it is a whole prefix of version 6. */
  address: text,
  prefix: text,
  type: text,
  state: text,
  reverse: text,
  organization: text,
  server: z.object({ id: z.string() }).nullish(),
  tags: texts,
});

export const SecurityGroup = z.object({
  id,
  name: text,
  description: text,
  organization: text,
  state: text,
  stateful: flag,
  project_default: flag,
  inbound_default_policy: text,
  outbound_default_policy: text,
  tags: texts,
  creation_date: moment,
});

export const PlacementGroup = z.object({
  id,
  name: text,
  organization: text,
  policy_mode: text,
  policy_type: text,
  policy_respected: flag,
  tags: texts,
});

/** Version 2alpha1 is in no SDK of npm: recorded answers to creations. User data has a path of its own, which is never asked. */
export const Template = z.object({
  id,
  name: text,
  server_type: text,
  public_ip_v4_count: count,
  public_ip_v6_count: count,
  volumes: z.array(z.object({ name: text, volume_type: text, size, image_label: text })).nullish(),
  tags: texts,
  created_at: moment,
});
