import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { discover as discoverWith } from "../../src/inventory/discover.ts";
import type { Event } from "../../src/inventory/event.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import { discoverOn, openOn } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

const start = async (): Promise<readonly string[]> => {
  emulator = await startEmulator({ ovhProjects: 4, ovhRegions: 3, resources: 1 });
  return emulator.projects.ovh;
};
/** What a list answers in turn; the last answer stays. */
const answer = (match: RegExp, ...answers: (readonly unknown[] | 500)[]): void => {
  answers.forEach((body, index) => {
    const times = index < answers.length - 1 ? { times: 1 } : {};
    emulator.addFault({ match, ...(body === 500 ? { status: 500 } : { status: 200, body }), ...times });
  });
};
const listPath = /\/cloud\/project$/;
const asked = (match: RegExp): number => emulator.statistics.paths.filter((path) => match.test(path)).length;
const project = "ovh.cloud.project";
const volume = "ovh.cloud.volume";
const bucket = "ovh.cloud.bucket";
const discover = (kinds: readonly string[], config = {}) => discoverOn(emulator, "ovh", { kinds, config });
const scopesOf = (scopes: readonly { kind: string; scope: string }[], kind: string) =>
  scopes.filter((one) => one.kind === kind).map(({ scope }) => scope);
const gapsOf = (scopes: readonly { kind: string; scope: string; outcome: string }[]) =>
  scopes
    .filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered")
    .map(({ kind, scope, outcome }) => [kind, scope, outcome]);

describe("a list of projects that names one twice", () => {
  const selections = [[[volume]], [[project, volume]], [[volume, bucket, project]], [[project]]] as const;

  it.each(selections)("is read again, and everything that it then names is read: %j", async (kinds) => {
    const [one, two, three] = await start();
    answer(listPath, [one, two, two], [one, two, three]);
    const { scopes, resources, finished } = await discover(kinds);
    expect(finished.complete).toBe(true);
    for (const kind of kinds.filter((kind) => kind === volume)) {
      expect(scopesOf(scopes, kind).sort()).toEqual([one, two, three].sort());
    }
    const found = resources.filter(({ kind }) => kind === project).length;
    expect(found).toBe((kinds as readonly string[]).includes(project) ? 3 : 0);
    expect(asked(listPath)).toBe(2);
  });

  it("that names more than any account has is refused, not queued", async () => {
    await start();
    answer(
      listPath,
      Array.from({ length: 20_001 }, (_, index) => index.toString(16).padStart(32, "0")),
    );
    const { scopes, finished } = await discover([volume, bucket]);
    const reason = expect.stringContaining("named more than 20000 ids");
    expect(scopes).toMatchObject(
      [bucket, volume].map((kind) => ({ kind, scope: "account", outcome: "failed", reason })),
    );
    expect(finished.complete).toBe(false);
  });

  it("keeps what only its first pass named", async () => {
    const [one, two, three] = await start();
    answer(listPath, [one, two, two], [one, three]);
    const { scopes, resources } = await discover([project, volume]);
    expect(scopesOf(scopes, volume).sort()).toEqual([one, two, three].sort());
    expect(resources.filter(({ kind }) => kind === project)).toHaveLength(3);
  });

  it.each(selections)("and still does when it is read again, leaves the run incomplete: %j", async (kinds) => {
    const [one, two] = await start();
    answer(listPath, [one, two, two]);
    const { scopes, finished } = await discover(kinds);
    expect(finished.complete).toBe(false);
    for (const kind of kinds) {
      expect(gapsOf(scopes).filter(([of]) => of === kind)).toEqual([
        [kind, "account", kind === project ? "partial" : "failed"],
      ]);
    }
    if ((kinds as readonly string[]).includes(volume)) {
      expect(scopesOf(scopes, volume).sort()).toEqual([one, two, "account"].sort());
    }
  });

  it.each(selections)("and cannot be read again, is read as far as it is known: %j", async (kinds) => {
    const [one, two] = await start();
    answer(listPath, [one, two, two], 500);
    const { scopes, resources, finished } = await discover(kinds);
    expect(finished.complete).toBe(false);
    expect(gapsOf(scopes)).toEqual(expect.arrayContaining(kinds.map((kind) => [kind, "account", "failed"])));
    expect(gapsOf(scopes)).toHaveLength(kinds.length);
    for (const kind of kinds.filter((kind) => kind !== bucket)) {
      expect(
        resources.filter((one) => one.kind === kind),
        kind,
      ).toHaveLength(2);
    }
  });

  it.each([
    ["nothing", []],
    ["an entry that is no id", ["..", 7]],
  ])("and answers with %s when it is read again, is not complete", async (_name, second) => {
    const [one, two] = await start();
    answer(listPath, [one, two, two], second);
    const { scopes, finished } = await discover([volume]);
    expect(finished.complete).toBe(false);
    expect(scopesOf(scopes, volume).sort()).toEqual([one, two, "account"].sort());
  });
});

describe("a project that has gone when its detail is read", () => {
  const gone = { status: 404, body: { class: "Client::NotFound", message: "This service does not exist" } };

  it("is looked for in the list again, and what that names now is read to its last bucket", async () => {
    const [one, two, three] = await start();
    answer(listPath, [one, two], [one, three]);
    emulator.addFault({ match: new RegExp(`/cloud/project/${two}$`), ...gone });
    const { scopes, resources, finished } = await discover([project, volume, bucket]);
    expect(finished.complete).toBe(true);
    expect(scopesOf(scopes, volume).sort()).toEqual([one, two, three].sort());
    expect(
      resources.filter(({ kind, details }) => kind === bucket && details.project === three).length,
    ).toBeGreaterThan(0);
    expect(asked(listPath)).toBe(2);
  });

  it("and whose list cannot be read again, leaves everything below incomplete", async () => {
    const [one, two] = await start();
    answer(listPath, [one, two], 500);
    emulator.addFault({ match: new RegExp(`/cloud/project/${two}$`), ...gone });
    const { scopes, finished } = await discover([project, volume]);
    expect(finished.complete).toBe(false);
    expect(gapsOf(scopes)).toEqual([
      [project, "account", "failed"],
      [volume, "account", "failed"],
    ]);
  });

  it("and is listed again, is told as it is listed and named", async () => {
    const [one, two] = await start();
    answer(listPath, [one, two]);
    emulator.addFault({ match: new RegExp(`/cloud/project/${two}$`), ...gone });
    const { scopes, resources } = await discover([project]);
    expect(scopes).toMatchObject([{ outcome: "partial", count: 2, reason: expect.stringContaining(two ?? "none") }]);
    expect(resources.map(({ name }) => name)).toContain(two);
  });
});

describe("a list of regions that names one twice", () => {
  const regionsPath = /\/region$/;

  it.each([[{}], [{ project_ids: true }]])(
    "is read again, and every region that it names is read: %j",
    async (config) => {
      const [one = ""] = await start();
      answer(listPath, [one]);
      answer(regionsPath, ["GRA", "SBG5", "SBG5"], ["GRA", "GRA11"]);
      const { scopes, finished } = await discover([bucket], "project_ids" in config ? { project_ids: one } : {});
      expect(scopesOf(scopes, bucket).sort()).toEqual(["GRA", "GRA11", "SBG5"].map((name) => `${one}/${name}`));
      expect(finished.complete).toBe(true);
      expect(asked(regionsPath)).toBe(2);
    },
  );

  it.each([
    ["and still does", ["GRA", "SBG", "SBG"]],
    ["and fails then", 500],
    ["and is empty then", []],
  ] as const)("%s, is read as far as it is known, and not complete", async (_name, second) => {
    const [one = ""] = await start();
    answer(listPath, [one]);
    answer(regionsPath, ["GRA", "SBG", "SBG"], second);
    const { scopes, finished } = await discover([bucket]);
    expect(scopesOf(scopes, bucket).sort()).toEqual([one, `${one}/GRA`, `${one}/SBG`]);
    expect(scopes.find(({ scope }) => scope === one)).toMatchObject({ outcome: "failed" });
    expect(finished.complete).toBe(false);
  });
});

describe("scopes that come late", () => {
  const run = async (options: { signal?: AbortSignal; deadlineMs?: number; onEvent?: (event: Event) => void }) => {
    const provider = await openOn(emulator, "ovh");
    const kinds = selectKinds(provider.kinds, [project, volume, bucket]);
    const events: Event[] = [];
    const { onEvent, ...more } = options;
    for await (const event of discoverWith(provider, { kinds, concurrentScopes: 1, ...more })) {
      events.push(event);
      onEvent?.(event);
    }
    const scopes = events.filter((event) => event.type === "scope");
    return { scopes, finished: events.at(-1) as Extract<Event, { type: "finished" }> };
  };
  const prepare = async () => {
    const [one, two, three] = await start();
    answer(listPath, [one, two], [one, three]);
    const body = { class: "Client::NotFound", message: "This service does not exist" };
    emulator.addFault({ match: new RegExp(`/cloud/project/${two}$`), status: 404, body });
    return three ?? "";
  };

  it("are read one at a time as well", async () => {
    const three = await prepare();
    const { scopes, finished } = await run({});
    expect(scopesOf(scopes, volume)).toContain(three);
    expect(finished.complete).toBe(true);
  });

  it("end as cancelled where the run is cancelled after they were named", async () => {
    await prepare();
    const stop = new AbortController();
    const { finished, scopes } = await run({
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type === "scope" && event.kind === project) stop.abort();
      },
    });
    expect(finished).toMatchObject({ complete: false, code: "CANCELLED" });
    expect(scopes.filter(({ kind }) => kind === volume).length).toBeGreaterThan(0);
  });

  it("keep no run alive after its deadline", async () => {
    await prepare();
    emulator.addFault({ match: listPath, delayMs: 60_000 });
    emulator.addFault({ match: /\/volume$/, delayMs: 60_000 });
    const { finished } = await run({ deadlineMs: 300 });
    expect(finished).toMatchObject({ complete: false, code: "CANCELLED" });
  });
});
