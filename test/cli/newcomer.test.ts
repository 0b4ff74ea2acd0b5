import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { placesOf, run, startCloud } from "./run.ts";

// Somebody who has never seen the tool and reads nothing but its help: every command and every name comes from there.
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({
    scalewayProjects: 3,
    scalewayRules: [
      {
        permissionSets: ["InstancesReadOnly", "BlockStorageReadOnly", "ObjectStorageReadOnly"],
        scope: "all-projects",
      },
      { permissionSets: ["ProjectReadOnly", "IAMReadOnly"], scope: "organization" },
    ],
  });
});
afterAll(() => emulator.close());

/** The help that a line of other help points at. */
async function helpOf(verb: string): Promise<string> {
  const { code, stdout } = await run([verb, "--help"]);
  expect(code).toBe(0);
  return stdout;
}

/** The first command of a help text that fits. */
function commandIn(text: string, fits: RegExp): readonly string[] {
  const commands = [...text.matchAll(/cloud-inventory ([\w-]+(?: --?[\w-]+(?: [\w.=-]+)?)*)/g)].map(
    ([, words = ""]) => words,
  );
  const found = commands.find((words) => fits.test(words));
  expect(found, `a command like ${fits}`).toBeDefined();
  return found?.split(" ") ?? [];
}

describe("given only --help", () => {
  test("a Scaleway organization is connected, and a gap says which right is missing", async () => {
    const { stdout: overview } = await run(["--help"]);
    const credentials = await helpOf(commandIn(overview, /^validate --help$/)[0] ?? "");
    const values: Readonly<Record<string, string | undefined>> = {
      ...emulator.environment,
      SCW_DEFAULT_ORGANIZATION_ID: emulator.scalewayOrganizationId,
    };
    const names = [...new Set(credentials.match(/\bSCW_\w+/g))];
    const environment = {
      ...placesOf(emulator),
      ...Object.fromEntries(names.map((name) => [name, values[name] ?? `no value of ${name}`])),
    };

    const checked = await run(commandIn(overview, /^validate$/), { environment });
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^scaleway: valid /m) });

    const discoverHelp = await helpOf(commandIn(overview, /^discover$/)[0] ?? "");
    const found = await run(commandIn(discoverHelp, /--scope organization/), { environment });
    expect(found.code).toBe(4);
    expect(found.stdout).toMatch(/^scaleway\.secret\.secret .*denied/m);
    expect(found.stdout).toMatch(/needs SecretManagerReadOnly/);

    const [, gaps = ""] = discoverHelp.split("\nGaps:\n");
    const missing = await run(commandIn(gaps, /^rights --missing/), { environment });
    expect(missing.stdout).toMatch(/SecretManagerReadOnly/);
    expect(missing.stdout).not.toMatch(/InstancesReadOnly/);
    const preflight = await run([...commandIn(gaps, /^preflight$/), "--scope", "organization"], { environment });
    expect(preflight.stdout).toMatch(/SecretManagerReadOnly/);
  });

  test("completion is found, and how to install it in each shell", async () => {
    const { stdout: overview } = await run(["--help"]);
    expect(overview).toMatch(/^ {2}completion .*\bTab\b.*bash, zsh or fish$/m);
    const told = await helpOf("completion");
    expect(told).toContain("source <(cloud-inventory completion bash)\n");
    expect(told).toContain("source <(cloud-inventory completion zsh)\n");
    expect(told).toContain("cloud-inventory completion fish | source\n");
  });
});
