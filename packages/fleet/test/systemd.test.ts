import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readLine } from "./command-line.ts";
import { tools } from "./tools.ts";

const folder = join(import.meta.dirname, "../deploy/systemd");
const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name));
const services = units.filter((name) => name.endsWith(".service"));
const programs = ["cloud-inventory", "cloud-inventory-fleet"];
const ownUnits = "/usr/lib/systemd/system";

/** The values of a key, in their order. */
function valuesOf(unit: string, key: string): string[] {
  const lines = readFileSync(join(folder, unit), "utf8").split("\n");
  return lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
}

describe.each(services)("%s", (unit) => {
  it("runs a word with options that exist", async () => {
    const [line = ""] = valuesOf(unit, "ExecStart");
    const [program = "", ...args] = line.split(" ");
    expect(programs).toContain(program);
    if (program === "cloud-inventory-fleet") {
      const { word, said } = await readLine(args);
      expect(said).toBe("");
      expect(unit).toBe(`cloud-inventory-fleet-${word}.service`);
    } else {
      const [fleet, ...rest] = args;
      expect([fleet, rest[0]]).toEqual(["fleet", "run"]);
      // All of the line was taken, down to the list, which is not here.
      expect(await readLine(rest)).toMatchObject({
        code: 2,
        said: expect.stringMatching(/^error: \/etc\/cloud-inventory-fleet\//),
      });
    }
  });

  it("is a user of its own in a sandbox, and may write to its state folder alone", () => {
    expect(valuesOf(unit, "User")).toEqual(["cloud-inventory-fleet"]);
    const sandboxes = services.map((one) => readFileSync(join(folder, one), "utf8").split("# What it may not do.")[1]);
    expect(sandboxes[0]?.split("\n\n")[0]).toContain("ProtectSystem=strict\n");
    expect(new Set(sandboxes.map((sandbox) => sandbox?.split("\n\n")[0]?.trimEnd())).size).toBe(1);
    expect(valuesOf(unit, "StateDirectory")).toHaveLength(1);
    expect(valuesOf(unit, "ReadWritePaths")).toEqual([]);
  });

  it("writes to no folder that another unit writes to", () => {
    const [own = ""] = valuesOf(unit, "StateDirectory");
    expect(services.filter((one) => valuesOf(one, "StateDirectory").includes(own))).toEqual([unit]);
    const elsewhere = valuesOf(unit, "Environment").filter((value) => value.includes("%S/"));
    expect(elsewhere.filter((value) => !value.includes(`%S/${own}/`))).toEqual([]);
  });

  it("holds no secret", () => {
    expect(valuesOf(unit, "Environment").filter((value) => !value.startsWith("CLOUD_INVENTORY_STATE_DIR="))).toEqual(
      [],
    );
  });
});

it("every timer has its service, and one user is made for all", () => {
  for (const timer of units.filter((name) => name.endsWith(".timer"))) {
    expect(services).toContain(timer.replace(".timer", ".service"));
  }
  const made = readFileSync(join(folder, "cloud-inventory-fleet.sysusers.conf"), "utf8").split("\n");
  expect(made.filter((line) => line.startsWith("u ")).map((line) => line.split(" ")[1])).toEqual([
    "cloud-inventory-fleet",
  ]);
});

describe.skipIf(!tools["systemd-analyze"])("systemd-analyze", () => {
  it("finds nothing wrong with the units, beside those of systemd", () => {
    const root = rootWith(programs);
    const installed = join(root, "etc/systemd/system");
    for (const unit of units) copyFileSync(join(folder, unit), join(installed, unit));
    const { status, stdout, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", "--man=no", `--root=${root}`, ...units.map((unit) => join(installed, unit))],
      { encoding: "utf8" },
    );
    expect(`${stdout}${stderr}`).toBe("");
    expect(status).toBe(0);
  });

  it.each(services)("calls the exposure of %s low", (unit) => {
    const said = execFileSync("systemd-analyze", ["security", "--offline=true", join(folder, unit)], {
      encoding: "utf8",
    });
    const [, exposure] = /Overall exposure level for \S+: (\d+\.\d+)/.exec(said) ?? [];
    expect(Number(exposure)).toBeLessThan(3);
  });
});

/** A folder that looks like a machine on which these programs are installed. */
function rootWith(names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "fleet-units-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "etc/systemd/system"), { recursive: true });
  mkdirSync(join(root, "usr/bin"), { recursive: true });
  cpSync(ownUnits, join(root, ownUnits), { recursive: true, verbatimSymlinks: true });
  for (const name of names) copyFileSync("/bin/true", join(root, "usr/bin", name));
  return root;
}
