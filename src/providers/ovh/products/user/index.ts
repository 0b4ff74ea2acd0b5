import * as z from "zod";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { id, moment, numericId, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";

/** `cloud.user.User` of cloud.json. Never asked for: S3 credentials and OpenStack configurations, which are below a user. */
const User = z.object({
  id: numericId,
  status: text,
  creationDate: moment,
  roles: z.array(z.object({ name: text })).nullish(),
});

/** `cloud.sshkey.SshKey` of cloud.json. Never here: `publicKey`, whose comment often names a person. */
const SshKey = z.object({ id, name: text, regions: texts });

/** Who may enter a project's machines and stores. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.user",
    family: "identity",
    title: "OpenStack or S3 user of a project",
    class: "identity",
    service: "user",
    resource: "user:user",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/user" }),
    personal: true,
    schema: User,
    toResource: (user, place) => ({
      urn: itemUrn(place, "user", String(user.id)),
      name: String(user.id),
      status: user.status,
      createdAt: user.creationDate,
      attributes: { roles: user.roles?.flatMap(({ name }) => name ?? []) },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.ssh-key",
    family: "security",
    title: "SSH key of a project",
    class: "identity",
    service: "ssh-key",
    resource: "ssh-key:ssh-key",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/sshkey" }),
    schema: SshKey,
    toResource: (key, place) => ({
      urn: itemUrn(place, "sshKey", key.id),
      name: key.name,
      region: key.regions?.length === 1 ? key.regions[0] : undefined,
      attributes: { regions: key.regions },
    }),
  }),
];
