// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { id, moment, size, text, texts } from "../../../../listing/fields.ts";

/** An entry of a server's `volumes`: `sbs_volume` entries hold no name and no size until they are joined. */
const ServerVolume = z.object({ id, volume_type: text, name: text, size, boot: z.boolean().nullish() });
export type ServerVolume = z.infer<typeof ServerVolume>;

export const Server = z.object({
  id,
  name: text,
  organization: text,
  state: text,
  commercial_type: text,
  arch: text,
  tags: texts,
  creation_date: moment,
  protected: z.boolean().nullish(),
  image: z.object({ id: text, name: text }).nullish(),
  volumes: z.record(z.string(), ServerVolume).nullish(),
  public_ips: z.array(z.object({ address: z.string(), family: text })).nullish(),
  private_ip: text,
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
