import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { run, startCloud } from "./run.ts";

const diskBytes = 5 * 1024 * 1024;
const pageBytes = 4096;
const disk = join(newFolder(), "disk");
mkdirSync(disk);
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", disk]).status === 0;

const discover = ["discover", "--quiet", "--provider", "scaleway", "--kinds", "scaleway.instance.*,scaleway.object.*"];
const kind = "ovh.cloud.volume";
const folder = newFolder();

/** A snapshot of so many resources; of 60,000 not all fit into memory at a time. */
function snapshotOf(count: number): string {
  const resources = Array.from({ length: count }, (_one, place) => ({
    scope: "p",
    resource: { urn: `urn:test:${place}`, kind, name: "x".repeat(200), class: "block-storage" as const },
  }));
  const run = { inventory: "ovh", scopes: [{ kind, scope: "p", outcome: "completed" as const }], resources };
  return writeSnapshot(folder, `${count}.ndjson`, run);
}

describe.skipIf(!isMounted)(
  "a disk that is full (skipped where no tmpfs can be mounted: it takes root on Linux)",
  () => {
    let emulator: Emulator;
    beforeAll(async () => {
      emulator = await startCloud();
    });
    afterAll(async () => {
      await emulator.close();
      expect(spawnSync("umount", [disk]).status).toBe(0);
    });
    beforeEach(() => {
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    });

    /** Runs where there is no room, or as little as is said: what was there has to stay, and nothing else may. */
    async function runWithout(
      args: (path: string) => readonly string[],
      { name = "it", text = "before", left = 0 } = {},
    ) {
      const path = join(disk, name);
      writeFileSync(path, text);
      writeFileSync(join(disk, "others"), Buffer.alloc(diskBytes - pageBytes - left));
      if (left === 0) expect(() => writeFileSync(join(disk, "more"), "x")).toThrow(/ENOSPC/);
      const before = readdirSync(disk);
      const { code, stdout, stderr, notes } = await run(args(path), { environment: emulator.environment });
      expect(readFileSync(path, "utf8")).toBe(text);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(readdirSync(disk)).toEqual(before);
      return { path, stderr, notes: notes.join("") };
    }
    const lost = (path: string) => `error: ${path} could not be written to the end (ENOSPC)\n`;

    describe.each([0, pageBytes])("with room for %i bytes", (left) => {
      test.each(["a.ndjson", "a.ndjson.gz"])("discover --snapshot %s leaves what was there", async (name) => {
        const { path, stderr } = await runWithout((to) => [...discover, "--snapshot", to], { name, left });
        expect(stderr).toBe(lost(path));
      });

      test.each(["diff", "coverage"])("%s leaves what was there", async (verb) => {
        const [none, some] = [snapshotOf(0), snapshotOf(500)];
        const words = verb === "diff" ? [none, some] : [some];
        const { path, stderr } = await runWithout((to) => [verb, ...words, "-f", "ndjson", "-o", to], { left });
        expect(stderr).toBe(lost(path));
      });
    });

    test.each(["json", "csv", "ndjson"])(
      "discover --format %s leaves what was there, and says no more than is true",
      async (format) => {
        const { path, stderr, notes } = await runWithout((to) => [...discover, "--format", format, "--output", to]);
        expect(stderr).toBe(`warning: ${path}.status.json could not be written to the end (ENOSPC)\n${lost(path)}`);
        expect(notes).toBe(`note: this run wrote no document; ${path} is as it was\n`);
      },
    );

    test("diff of more than fits into memory has no room to sort it", async () => {
      const large = snapshotOf(60_000);
      const { stderr } = await runWithout((to) => ["diff", large, large, "--output", to]);
      expect(stderr).toBe(`error: what is sorted could not be written beside ${disk} (ENOSPC)\n`);
    });

    test("a document of more than fits into memory has no room to sort it", async () => {
      const project = emulator.projects.scaleway[0];
      const servers = Array.from({ length: 40_000 }, (_one, id) => ({
        id: `${id}`,
        name: "x".repeat(200),
        project,
        volumes: {},
      }));
      const match = "/instance/v1/zones/fr-par-1/servers";
      emulator.addFault({ match, body: { servers }, headers: { "X-Total-Count": String(servers.length) } });
      const args = ["discover", "--quiet", "--kinds", "scaleway.instance.server", "--format", "json", "--output"];
      const { stderr } = await runWithout((to) => [...args, to]);
      emulator.clearFaults();
      expect(stderr).toContain(`error: what is sorted could not be written beside ${disk} (ENOSPC)\n`);
    });

    test("discover --metrics leaves the metrics of earlier runs", async () => {
      const text = "# TYPE cloud_inventory_complete gauge\n";
      const { path, stderr } = await runWithout(
        (to) => [...discover, "--format", "json", "--output", "/dev/null", "--metrics", to],
        {
          name: "a.prom",
          text,
        },
      );
      expect(stderr).toBe(lost(path));
    });
  },
);
