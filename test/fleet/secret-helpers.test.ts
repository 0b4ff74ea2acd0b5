import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test, vi } from "vitest";
import { resolveConfig } from "../../src/hosts/fleet/resolve-config.ts";
import { askSecretHelper, readSecretHelpers } from "../../src/hosts/fleet/secret-helpers.ts";
import { patiently } from "../patience.ts";
import { newFolder } from "../snapshots/worlds.ts";

const folder = newFolder();
const { signal } = new AbortController();
const shell = (script: string): [string, ...string[]] => ["sh", "-c", script, "helper"];

function ask(line: [string, ...string[]], reference = "vault handle", stopped = signal): Promise<string> {
  return askSecretHelper(new Map([["vault", line]]), reference, "application_secret", stopped);
}

describe("a helper", () => {
  it("is given the handle as its last argument, whatever stands in it, and no shell", async () => {
    const touched = join(folder, "touched");
    const handle = `kv/acme; touch ${touched} $(touch ${touched}) \`touch ${touched}\` "x" *`;
    expect(await ask(shell('printf "%s\\n" "$1"'), `vault ${handle}`)).toBe(handle);
    expect(existsSync(touched)).toBe(false);
  });

  it("is given the handle where its line says so", async () => {
    const line = shell('printf "%s|%s|%s" "$1" "$2" "$3"');
    expect(await ask([...line, "access", "{handle}", "raw=true"])).toBe("access|handle|raw=true");
  });

  test.each([
    ["ends badly", shell("echo planted-secret; echo planted-secret >&2; exit 3"), "ended with status 3"],
    ["prints nothing", shell("echo"), "printed nothing"],
    ["prints too much", shell("head -c 70000 /dev/zero"), "printed more than 64 KiB"],
    ["does not exist", ["/nowhere/vault"] satisfies [string], "cannot be started (ENOENT)"],
    ["is killed", shell("kill -9 $$"), "was ended by SIGKILL"],
  ] as [string, [string, ...string[]], string][])(
    "that %s is told, and nothing of what it said",
    async (_what, line, how) => {
      const told = await ask(line).catch((thrown: Error) => thrown.message);
      expect(told).toBe(`application_secret: the helper vault ${how}`);
    },
  );

  it("that hangs is ended after 10 seconds, with what it started", async () => {
    const pids = join(folder, "pids");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const asked = ask(shell(`sleep 1000 & echo $! $$ > ${pids}.part && mv ${pids}.part ${pids}; wait`)).catch(
        (thrown: Error) => thrown.message,
      );
      while (!existsSync(pids)) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(10_000);
      expect(await asked).toBe("application_secret: the helper vault did not answer within 10 s");
    } finally {
      vi.useRealTimers();
    }
    const started = readFileSync(pids, "utf8").trim().split(" ").map(Number);
    await vi.waitUntil(() => started.every(hasEnded), patiently);
  });

  it("ends with the run", async () => {
    const stop = new AbortController();
    const asked = ask(shell("sleep 1000"), "vault handle", stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: "CANCELLED" });
    await expect(ask(shell(`touch ${join(folder, "late")}`), "vault handle", stop.signal)).rejects.toMatchObject({
      code: "CANCELLED",
    });
    expect(existsSync(join(folder, "late"))).toBe(false);
  });

  test.each([
    ["vault", /has to name a helper and a handle: exec:NAME HANDLE/],
    ["", /has to name a helper/],
    ["vualt x", /unknown helper "vualt"; did you mean "vault"\?/],
    ["vault --output=/etc/passwd", /a handle must not begin with a dash/],
    ["vault kv/a\0b", /a handle must not hold control characters/],
  ])("is not started for %j", async (reference, message) => {
    await expect(ask(shell(`touch ${join(folder, "started")}`), reference)).rejects.toThrow(message);
    expect(existsSync(join(folder, "started"))).toBe(false);
  });
});

/** A zombie that nobody has waited for has ended too. */
function hasEnded(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

describe("the operator's file of helpers", () => {
  const written = (content: unknown, mode = 0o644): string => {
    const path = join(folder, "helpers.json");
    writeFileSync(path, JSON.stringify(content));
    chmodSync(path, mode);
    return path;
  };

  it("names programs with their arguments", async () => {
    const helpers = await readSecretHelpers(written({ vault: ["vault", "kv", "get"], scw: ["scw"] }));
    expect([...helpers]).toEqual([
      ["vault", ["vault", "kv", "get"]],
      ["scw", ["scw"]],
    ]);
  });

  test.each([
    [{ vault: "vault kv get" }, 0o644, /vault has to be a list of texts, the program first/],
    [{ vault: [] }, 0o644, /vault has to be a list of texts/],
    [{ vault: ["vault"] }, 0o666, /can be written by others; chown it to yourself, and chmod go-w$/],
    [["vault"], 0o644, /is not a JSON object/],
  ])("%j of mode %o is refused", async (content, mode, message) => {
    await expect(readSecretHelpers(written(content, mode))).rejects.toThrow(message);
  });
});

describe("references", () => {
  const surroundings = {
    environment: { SECRET: "from the environment" },
    helpers: new Map([["echo", shell("echo $1")]]),
    signal,
  };

  it("are replaced by what they point to, and everything else stays", async () => {
    const path = join(folder, "secret");
    writeFileSync(path, "from a file\n");
    const config = { a: "env:SECRET", b: `file:${path}`, c: "exec:echo from-a-helper", d: "plain" };
    expect(await resolveConfig({ config }, surroundings)).toEqual({
      a: "from the environment",
      b: "from a file",
      c: "from-a-helper",
      d: "plain",
    });
  });

  test.each([
    ["file:/dev/stdin", "a refers to a file that cannot be read"],
    ["env:NOWHERE", "a refers to an environment variable that is not set"],
    ["file:/nowhere", "a refers to a file that cannot be read"],
    ["exec:vault x", 'a: unknown helper "vault" (known: echo)'],
  ])("%s is refused by the name of its key", async (value, message) => {
    await expect(resolveConfig({ config: { a: value } }, surroundings)).rejects.toThrow(message);
  });
});
