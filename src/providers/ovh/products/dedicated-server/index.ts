import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { serviceUrn } from "../../urn.ts";
import { BackupStorage } from "./answers.ts";
import { server } from "./server.ts";

const product = { family: "backups", service: "dedicated-server", locality: "account" } as const;
const featuresPath = "/dedicated/server/{serviceName}/features";

/** Dedicated servers: the largest holders of data, which nothing backs up by itself; and the room that comes with them. */
export const kinds: readonly ListedKind[] = [
  server,
  ovhKind({
    ...product,
    id: "ovh.dedicated-server.backup-storage",
    title: "Backup Storage (FTP, NFS, CIFS) of a dedicated server",
    class: "service",
    subclass: "ftp",
    resource: "dedicated-server:backup-storage",
    list: nested({
      parent: server,
      as: "serviceName",
      list: singleDocument({ path: `${featuresPath}/backupFTP`, idField: "ftpBackupName", mayBeAbsent: true }),
    }),
    schema: BackupStorage,
    toResource: (space, place) => ({
      urn: urnBelow(place, "backupStorage", space.ftpBackupName),
      name: space.ftpBackupName,
      sizeBytes: unitAndValue(space.quota),
      endpoints: hostEndpoints(space.ftpBackupName),
      relations: [attachedTo(place)],
      // It is read-only since its quota was exceeded: what writes to it fails from then on.
      attributes: { type: space.type, usage: space.usage, readOnlySince: space.readOnlyDate },
    }),
  }),
];

function urnBelow(place: Place, ...parts: readonly string[]): string {
  return serviceUrn(place, "dedicatedServer", place.parent?.id ?? "", ...parts);
}

/** Room for copies is not a copy: whether any were made, nobody but the server knows. */
function attachedTo(place: Place): Relation {
  return { type: "attached-to", urn: urnBelow(place) };
}
