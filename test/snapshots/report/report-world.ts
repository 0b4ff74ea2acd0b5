import { ended, held, urnOf } from "../covered-worlds.ts";
import { type FakeRun, newFolder, writeSnapshot } from "../worlds.ts";

const [volume, backup, snapshot] = [
  "ovh.cloud.volume",
  "ovh.cloud.volume-backup",
  "ovh.cloud.volume-snapshot",
] as const;
const gibibyte = 1024 ** 3;
const place = { region: "GRA11", country: "FR", project: "p" };

/** What somebody with bad intentions may call a resource: markup of HTML, SVG and Markdown. */
export const hostileName = `</title><script>alert(1)</script><img src=x onerror=alert(1)>"'|\`[x](http://evil) @somebody ]]>`;

/** A small account of OVHcloud: one volume with a backup, one with a snapshot alone, two without anything. */
export const ovhRun: FakeRun = {
  inventory: "ovh",
  account: "ab12345-ovh",
  startedAt: "2026-03-10T08:00:00.000Z",
  scopes: [
    ended(volume, "p", { projectName: "web shop" }),
    ended(snapshot, "p"),
    ended(backup, "p/GRA11"),
    ended(backup, "p/WAW1"),
    ended("ovh.ssl-certificate", "account"),
  ],
  resources: [
    held(volume, "backed", "p", { ...place, sizeBytes: 100 * gibibyte }),
    held(volume, "snapped", "p", { ...place, sizeBytes: 50 * gibibyte, createdAt: "2025-01-02T00:00:00Z" }),
    held(volume, "bare", "p", { ...place, sizeBytes: 10 * gibibyte, name: hostileName }),
    held(volume, "unsized", "p", { region: "WAW1", country: "PL", project: "p" }),
    held(snapshot, "s", "p", {
      ...place,
      sizeBytes: 50 * gibibyte,
      relations: [{ type: "snapshot-of", urn: urnOf("snapped") }],
    }),
    held(backup, "b", "p/GRA11", {
      ...place,
      createdAt: "2026-03-07T08:00:00Z",
      relations: [{ type: "backup-of", urn: urnOf("backed") }],
    }),
    {
      scope: "account",
      resource: {
        urn: urnOf("certificate"),
        kind: "ovh.ssl-certificate",
        class: "security",
        name: "example.com",
        details: { provider: "ovh", protection: [], relations: [], attributes: { validUntil: "2026-03-20T00:00:00Z" } },
      },
    },
  ],
};

/** Another account, of which one list could not be read. */
export const scalewayRun: FakeRun = {
  inventory: "scaleway",
  account: "organization-1",
  startedAt: "2026-03-10T09:00:00.000Z",
  scopes: [
    ended("scaleway.object.bucket", "project-1/fr-par"),
    ended("scaleway.block.volume", "project-1/fr-par-1", {
      outcome: "denied",
      reason: "403; needs BlockStorageReadOnly",
      remediation: "grant BlockStorageReadOnly",
    }),
  ],
  resources: [
    held("scaleway.object.bucket", "bucket", "project-1/fr-par", {
      class: "object-storage",
      region: "fr-par",
      country: "FR",
    }),
  ],
};

/** Writes snapshots of runs to a folder of their own, each called after its provider. */
export function snapshotsOf(...runs: readonly FakeRun[]): readonly string[] {
  const folder = newFolder();
  return runs.map((run, index) => writeSnapshot(folder, `${run.inventory}-${index}.ndjson`, run));
}
