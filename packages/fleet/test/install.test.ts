import { type ExecFileException, execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startRegistry } from "./registry.ts";

const root = join(import.meta.dirname, "../../..");
const versions = [root, join(root, "packages/fleet")].map((folder) =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
);

it("is of the core's version, and takes that version alone", () => {
  const [core, fleet] = versions;
  expect(fleet.version).toBe(core.version);
  expect(fleet.peerDependencies).toEqual({ [core.name]: core.version });
  expect(fleet.dependencies).not.toHaveProperty(core.name);
});

it("is installed from archives by the command that the core says where it is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-install-"));
  const registry = await startRegistry([root, join(root, "packages/fleet")]);
  onTestFinished(async () => {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const [archives, prefix] = [join(folder, "archives"), join(folder, "prefix")];
  execFileSync(process.execPath, [join(root, "scripts/fleet-package.js"), "pack", archives], { stdio: "ignore" });
  expect(readdirSync(archives)).toEqual(versions.map(({ name, version }) => `${name}-${version}.tgz`).sort());
  const env = {
    PATH: [join(prefix, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter),
    HOME: folder,
    npm_config_prefix: prefix,
    npm_config_registry: registry.url,
    npm_config_ignore_scripts: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
  };
  writeFileSync(join(archives, "acme.json"), JSON.stringify([{ name: "prod", config: { scw_secret_key: "env:KEY" } }]));
  const shell = (line: string) => runLine(line, { cwd: archives, env });

  const { stderr } = await shell(`node ${join(root, "dist/bin/cloud-inventory.js")} fleet enqueue customers/`);
  const [, command = ""] = /such as by "(npm install [^"]+)"/.exec(stderr) ?? [];
  expect(await shell(command)).toMatchObject({ code: 0 });

  const needsDatabase = { code: 2, stdout: "", stderr: expect.stringMatching(/^error: DATABASE_URL is not set: /) };
  expect(await shell("cloud-inventory fleet enqueue acme.json")).toEqual(needsDatabase);
  expect(await shell("cloud-inventory-fleet status")).toEqual(needsDatabase);
  // What it brings is there too.
  expect(await shell("DATABASE_URL=postgres:///fleet?host=/absent cloud-inventory fleet status")).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^error: the database of DATABASE_URL cannot be reached at .* \(ENOENT\)/),
  });
});

function runLine(line: string, options: { cwd: string; env: NodeJS.ProcessEnv }) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile("sh", ["-c", line], options, (error: ExecFileException | null, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}
