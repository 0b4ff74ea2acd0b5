import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { familiesOf } from "../../src/inventory/select-kinds.ts";
import { providerNames, schemaNames } from "../../src/providers/names.gen.ts";
import { namedKinds } from "../../src/providers/provider-names.ts";
import { builtFile } from "../built.ts";
import { patienceMs } from "../patience.ts";
import { run } from "./run.ts";

/** What Tab offers where the last word is being typed, as bash is told. */
async function offered(...line: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(["completion", "bash", "--", ...line]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.split("\n").filter((text) => text !== "");
}

const kindsOf = (provider: string): string[] => Object.keys(providerNames[provider]?.kinds ?? {});
const everyFamily = familiesOf(Object.values(providerNames).flatMap(namedKinds));
const everyKind = Object.keys(providerNames).flatMap(kindsOf);

describe("what Tab offers", () => {
  test("verbs, and those of help", async () => {
    const verbs = await offered("help", "");
    expect(verbs).toEqual(expect.arrayContaining(["discover", "preflight", "validate", "completion"]));
    expect(await offered("")).toEqual([...verbs, "help"]);
    expect(await offered("di")).toEqual(["discover", "diff"]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["general options", ["--"], ["--help", "--version"]],
    ["options of a verb", ["validate", "-"], ["--provider", "--config", "--json", "--help"]],
    [
      "no option a second time, unless it is repeatable",
      ["validate", "--json", "--provider", "ovh", "--"],
      ["--provider", "--config", "--help"],
    ],
    ["no option whose short form was given", ["discover", "-q", "--q"], []],
    ["providers", ["discover", "--provider", ""], Object.keys(providerNames)],
    ["providers behind =", ["discover", "--provider=sc"], ["--provider=scaleway"]],
    ["formats", ["discover", "--format", ""], ["table", "ndjson", "json", "csv"]],
    ["formats behind the short option", ["discover", "-f", "n"], ["ndjson"]],
    ["scopes", ["preflight", "--scope", ""], ["organization", "project"]],
    ["schemas", ["schema", ""], schemaNames],
    ["nothing behind a schema", ["schema", "event", ""], []],
    ["shells", ["completion", ""], ["bash", "zsh", "fish"]],
    ["words of credentials", ["credentials", ""], ["request", "list", "revoke"]],
    ["nothing behind a word of credentials", ["credentials", "revoke", ""], []],
    ["forms of the chosen provider", ["rights", "--provider", "scaleway", "--form", ""], ["json", "cli", "terraform"]],
    ["endpoints", ["rights", "--endpoint", "ovh-"], ["ovh-eu", "ovh-ca", "ovh-us"]],
    ["kinds", ["discover", "--kinds", "scaleway.block."], ["scaleway.block.volume", "scaleway.block.snapshot"]],
    ["kinds of every provider, families and all", ["discover", "--kinds", ""], [...everyKind, ...everyFamily, "all"]],
    ["families", ["discover", "--kinds", "databas"], ["databases"]],
    ["families beside kinds", ["kinds", "--kinds", "ovh.vps,databas"], ["ovh.vps,databases"]],
    ["no family that is named already", ["discover", "--kinds", "databases,databas"], []],
    ["no kind of a family that is named", ["discover", "--kinds", "databases,scaleway.rdb.i"], []],
    ["families of the chosen provider", ["discover", "--provider", "ovh-data-platform", "--kinds", "d"], []],
    [
      "kinds of the chosen provider",
      ["discover", "--provider", "ovh-data-platform", "--kinds", "ovh"],
      kindsOf("ovh-data-platform"),
    ],
    ["kinds of those who hand out credentials", ["credentials", "request", "--kinds", "scaleway"], []],
    ["each item of a list", ["discover", "--kinds", "ovh.vps,scaleway.block.v"], ["ovh.vps,scaleway.block.volume"]],
    [
      "each item of a list behind =",
      ["preflight", "--kinds=ovh.vps,scaleway.block.v"],
      ["--kinds=ovh.vps,scaleway.block.volume"],
    ],
    ["no kind that is named already", ["discover", "--kinds", "scaleway.*,scaleway.block."], []],
    ["nothing for a pattern", ["discover", "--kinds", "scaleway.*"], []],
    ["nothing for a verb that there is not", ["discvoer", ""], []],
    ["nothing for a member of every object", ["constructor", ""], []],
    ["nothing where nothing is known", ["discover", "--deadline", ""], []],
  ])("%s", async (_name, line, words) => {
    expect(await offered(...line)).toEqual(words);
  });

  test("an option behind -- is a word of the line, not of this run", async () => {
    expect(await offered("discover", "--help", "--fo")).toEqual(["--format"]);
  });
});

test.each([
  [[], "error: completion needs a shell: bash, zsh, fish\n"],
  [["tcsh"], 'error: unknown shell "tcsh" (known: bash, zsh, fish)\n'],
  [["bsh"], 'error: unknown shell "bsh"; did you mean "bash"?\n'],
])("completion %j is refused", async (args, stderr) => {
  expect(await run(["completion", ...args])).toMatchObject({ code: 2, stdout: "", stderr });
});

interface Shell {
  readonly name: string;
  readonly start: string;
  readonly load: string;
}

const shells: readonly Shell[] = [
  { name: "bash", start: "bash --norc --noprofile -i", load: "source <(cloud-inventory completion bash)" },
  {
    name: "zsh",
    start: "zsh -f -i",
    load: "autoload -U compinit && compinit -u -D && source <(cloud-inventory completion zsh)",
  },
  { name: "fish", start: "fish --no-config -i", load: "cloud-inventory completion fish | source" },
];
const isThere = (program: string): boolean => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
const hasTerminals = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;

describe.each(shells)("Tab in a real $name", ({ name, start, load }) => {
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "completion-")));
    mkdirSync(join(folder, "bin"));
    // Completes as the program does, and shows what it would be started with.
    const program = join(folder, "bin/cloud-inventory");
    const complete = `exec '${process.execPath}' '${builtFile("bin/cloud-inventory.js")}' "$@"`;
    writeFileSync(program, `#!/bin/sh\n[ "$1" = completion ] && ${complete}\nprintf '<%s>' "$@"\necho .\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(folder, "inventory of mine.json"), "{}");
  });
  // A shell that had to be killed may still be writing down its history.
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

  test("has a script without an error of syntax", async ({ skip }) => {
    skip(!isThere(name), `${name} is not installed`);
    const { stdout } = await run(["completion", name]);
    const script = join(folder, "script");
    writeFileSync(script, stdout);
    const checked = spawnSync(name, ["-n", script], { encoding: "utf8" });
    expect({ status: checked.status, stderr: checked.stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("completes what is typed", async ({ skip }) => {
    skip(!isThere(name), `${name} is not installed`);
    skip(!hasTerminals, "the script of util-linux, which makes terminals, is not installed");
    const typed: readonly (readonly [string, string])[] = [
      ["pref\t--pin", "<preflight><--pin>"],
      [
        "discover --prov\tscal\t--kinds ovh.vps,scaleway.instance.ser\t-q",
        "<discover><--provider><scaleway><--kinds><ovh.vps,scaleway.instance.server><-q>",
      ],
      ["discover --format=nd\t", "<discover><--format=ndjson>"],
      ["schema res\t", "<schema><resource>"],
      ["validate --config inv\t", "<validate><--config><inventory of mine.json>"],
      ["validate --config ovh=inv\t", "<validate><--config><ovh=inventory of mine.json>"],
    ];
    const terminal = openTerminal(start, folder);
    try {
      await terminal.type(`${load}\necho "rea"dy\n`, "ready");
      for (const [keys, shown] of typed) await terminal.type(`cloud-inventory ${keys}\n`, `${shown}.`);
    } finally {
      await terminal.close();
    }
  });
});

/** A shell in a pseudo-terminal. */
function openTerminal(start: string, folder: string) {
  const env = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    HOME: folder,
    TERM: "dumb",
    LANG: "C.UTF-8",
    CLOUD_INVENTORY_STATE_DIR: "off",
  };
  const child: ChildProcess = spawn("script", ["-qec", start, "/dev/null"], { cwd: folder, env });
  let shown = "";
  let changed = (): void => {};
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    changed();
  });
  // What is typed into a shell that has ended is noticed by what it does not show.
  child.stdin?.on("error", () => {});
  const end = new Promise<void>((resolve) => child.once("close", () => resolve()));
  /** Waits for what comes; a shell that hangs is killed. */
  const untilTrue = async (isReached: () => boolean): Promise<void> => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs.child);
    while (!isReached() && child.exitCode === null && child.signalCode === null) {
      await Promise.race([end, new Promise<void>((resolve) => (changed = resolve))]);
    }
    clearTimeout(timer);
  };
  return {
    async type(keys: string, shows: string): Promise<void> {
      const from = shown.length;
      child.stdin?.write(keys);
      await untilTrue(() => shown.slice(from).includes(shows));
      expect(shown.slice(from)).toContain(shows);
    },
    async close(): Promise<void> {
      child.stdin?.write("exit\n");
      await untilTrue(() => false);
      await end;
    },
  };
}
