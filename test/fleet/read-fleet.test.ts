import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readFleet } from "../../src/hosts/fleet/read-fleet.ts";
import { newFolder } from "../snapshots/worlds.ts";

const ovh = { endpoint: "ovh-eu", application_key: "0123456789012345", application_secret: "s", consumer_key: "c" };
const scaleway = { scw_access_key: "SCWX", scw_secret_key: "s", scw_project_id: "p" };

/** Writes files into a new folder; anything but text as JSON. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = newFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(folder, path), text, { mode: 0o600 });
  }
  return folder;
}

describe("a folder", () => {
  it("holds configs as `init` writes them, a folder for each customer", async () => {
    const folder = folderOf({ "acme/prod.json": ovh, "acme/test.json": scaleway, "alone.json": ovh, "notes.txt": "x" });
    const { entries, refused, ignored } = await readFleet(folder);
    expect(entries.map(({ customer, name, inventory }) => `${customer}/${name} ${inventory}`)).toEqual([
      "acme/prod ovh",
      "acme/test scaleway",
      "alone/alone ovh",
    ]);
    expect(entries[0]?.config).toEqual(ovh);
    expect(refused).toEqual([]);
    expect(ignored).toEqual([join(folder, "notes.txt")]);
  });

  it("holds entries that say more, and names those that are wrong beside those that are not", async () => {
    const folder = folderOf({
      "acme/a.yaml": `name: prod
customer: acme
tags: {env: prod, tier: "1"}
schedule: 0 2 * * 1-5
time_zone: Europe/Paris
kinds: ovh.cloud.*, ovh.vps
options: {deadline_seconds: 600}
config:
  endpoint: ovh-eu
  application_key: 0123456789012345
  application_secret: env:SECRET
  consumer_key: file:/run/credentials/ck
`,
      "acme/b.json": { config: ovh, shedule: "0 2 * * *" },
      "acme/c.json": { config: ovh, time_zone: "Mars/Olympus" },
      "acme/d.json": { config: ovh, schedule: "nightly" },
      "acme/e.yaml": "config: {a: b",
      "acme/f.json": "{",
      "acme/g.json": { config: {} },
      "acme/h.json": { config: { ...ovh, max_in_flight: 5 } },
      "acme/i.json": [ovh],
      "acme/j.json": { config: "nowhere.json" },
      "acme/k.json": { config: ovh, name: "../../etc" },
      "acme/deep/l.json": ovh,
      "acme/m.json": { config: ovh, inventory: "oxh" },
      "acme/n.json": { config: { a: "b" } },
      "acme/o.json": { config: ovh, customer: "globex" },
      "acme/p.json": { config: "../globex/q.json" },
      "acme/r.json": { config: "b.json" },
      "acme/s.json": { config: ovh, options: { deadline_seconds: 1e307 } },
      "acme/t.json": { config: ovh, options: { deadline_seconds: true } },
      "acme/u.json": { config: ovh, options: "x" },
      "acme/v.yaml": "config: {a: b}\n---\nconfig: {c: d}\n",
      "acme/w.yaml": "config: {a: b, a: c}",
      "acme/x.json": { config: ovh, name: "x".repeat(900_000) },
      "globex/q.json": { ...ovh, tags: 5, config: { a: "b" } },
    });
    const { entries, refused, ignored } = await readFleet(folder);
    expect(entries).toEqual([
      {
        name: "prod",
        customer: "acme",
        inventory: "ovh",
        tags: ["env=prod", "tier=1"],
        schedule: "0 2 * * 1-5",
        timeZone: "Europe/Paris",
        kinds: ["ovh.cloud.*", "ovh.vps"],
        options: { deadline_seconds: 600 },
        // A key of digits is a text: as a number it would be another one.
        config: {
          endpoint: "ovh-eu",
          application_key: "0123456789012345",
          application_secret: "env:SECRET",
          consumer_key: "file:/run/credentials/ck",
        },
        where: join(folder, "acme/a.yaml"),
        notices: [],
      },
    ]);
    expect(refused.map(({ where, reason }) => `${where.slice(folder.length + 6)} ${reason}`)).toEqual([
      'b.json unknown field "shedule"; did you mean "schedule"?; keys of the provider stand below config',
      "c.json time_zone is no time zone; a name such as Europe/Paris is meant",
      "d.json schedule has to be five fields of cron, such as 0 2 * * *",
      expect.stringMatching(/^e\.yaml .*e\.yaml is not YAML at line \d+, column \d+$/),
      expect.stringMatching(/^f\.json .*f\.json is not JSON at line 1/),
      "g.json config is missing: the keys of the provider, or the path of a file that holds them",
      "h.json config.max_in_flight has to be a text",
      "i.json is no object of keys and values; a list of inventories is named by itself, not in a folder",
      expect.stringMatching(/^j\.json .*nowhere\.json cannot be read \(ENOENT\)$/),
      "k.json name has to be 1 to 63 letters, digits, dots, dashes and underscores, with a letter or digit at both ends",
      'm.json unknown inventory "oxh"; did you mean "ovh"?',
      expect.stringMatching(/^n\.json config holds no credential of a known inventory/),
      "o.json customer has to be acme, as its folder is called, or left out",
      "p.json config has to be a file in the folder of its entry",
      "r.json config names a file that is an entry of its own; a config is meant",
      "s.json options.deadline_seconds has to be more than 0 and at most 604800 (a week)",
      "t.json options.deadline_seconds has to be a number of seconds",
      "u.json options has to hold options by name; in CSV none can be said",
      expect.stringMatching(/^v\.yaml .*v\.yaml holds a second document at line 2, column 1$/),
      expect.stringMatching(/^w\.yaml .*w\.yaml has a key twice at line 1, column 9 or below$/),
      "x.json name has to be 1 to 63 letters, digits, dots, dashes and underscores, with a letter or digit at both ends",
      'x/q.json unknown field "endpoint"; keys of the provider stand below config',
    ]);
    expect(JSON.stringify(refused).length).toBeLessThan(10_000);
    expect(ignored).toEqual([join(folder, "acme/deep")]);
  });

  it("is read without waiting for a pipe, and without what cannot be read", async () => {
    const folder = folderOf({ "acme/a.json": ovh, "globex/b.json": ovh });
    execFileSync("mkfifo", [join(folder, "acme/pipe.json")]);
    const { entries, refused } = await readFleet(folder);
    expect(entries.map(({ customer }) => customer)).toEqual(["acme", "globex"]);
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/pipe\.json cannot be read/)]);
  });

  it("may hold a large file of keys, which takes no time", async () => {
    const keys = Array.from({ length: 90_000 }, (_one, place) => `k${place}: v`).join("\n");
    const { refused } = await readFleet(folderOf({ "a.yaml": keys }));
    expect(refused).toHaveLength(1);
  });

  it("is told where secrets stand open to others, and not where they are pointed to", async () => {
    const folder = folderOf({
      "a.json": ovh,
      "b.json": { ...ovh, application_key: "env:A", application_secret: "env:B", consumer_key: "exec:vault c" },
      "c.json": ovh,
    });
    chmodSync(join(folder, "a.json"), 0o644);
    chmodSync(join(folder, "b.json"), 0o644);
    chmodSync(join(folder, "c.json"), 0o600);
    const { entries } = await readFleet(folder);
    expect(entries.map(({ notices }) => notices)).toEqual([
      [`${join(folder, "a.json")} holds secrets and can be read by others; chmod 600 closes it`],
      [],
      [],
    ]);
  });

  it("is followed through links, as secrets are mounted, and its hidden files are not read", async () => {
    const folder = folderOf({ "..data/acme.json": ovh, "..data/.swp.json": ovh });
    symlinkSync(join(folder, "..data/acme.json"), join(folder, "acme.json"));
    const { entries, ignored } = await readFleet(folder);
    expect(entries.map(({ name }) => name)).toEqual(["acme"]);
    expect(ignored).toEqual([]);
  });

  it("names a customer's folder that leads nowhere, as to what is not mounted", async () => {
    const folder = folderOf({ "acme/a.json": ovh });
    symlinkSync(join(folder, "..mount"), join(folder, "globex"));
    const { entries, refused, ignored } = await readFleet(folder);
    expect(entries).toHaveLength(1);
    expect(ignored).toEqual([]);
    expect(refused).toEqual([
      { customer: "globex", where: join(folder, "globex"), reason: expect.stringContaining("cannot be read (ENOENT)") },
    ]);
  });

  test.each([
    ["of one name", { "acme/a.json": ovh, "acme/b.json": { name: "a", config: ovh } }],
    [
      "of one name on a disk that does not tell capitals apart",
      { "acme/a.json": ovh, "acme/b.json": { name: "A", config: ovh } },
    ],
  ])("refuses the second of two %s", async (_what, files) => {
    const { entries, refused } = await readFleet(folderOf(files));
    expect(entries).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(/^has the name of the one in .*a\.json; give each of a customer its own$/);
  });
});

describe("a list", () => {
  const entry = { name: "prod", customer: "acme", config: ovh };

  test.each([
    ["fleet.json", JSON.stringify([entry])],
    ["fleet.json", JSON.stringify({ inventories: [entry] })],
    ["fleet.yaml", `inventories:\n  - ${JSON.stringify(entry)}\n`],
    ["fleet.json", JSON.stringify(entry)],
  ])("%s: %s", async (name, text) => {
    const folder = folderOf({ [name]: text });
    const { entries } = await readFleet(join(folder, name));
    expect(entries).toMatchObject([{ name: "prod", customer: "acme", inventory: "ovh", config: ovh }]);
  });

  it("is CSV, with configs in files or in its columns", async () => {
    const folder = folderOf({
      "fleet.csv": [
        "name;customer;tags;config;config.scw_access_key;config.scw_secret_key;config.scw_project_id",
        '"prod";acme;"env=prod,tier=1";ovh.json;;;',
        "test;acme;;;SCWX;env:SECRET;p",
        ";acme;;ovh.json;;;",
        "more;acme;;ovh.json;;;;",
        "",
      ].join("\r\n"),
      "ovh.json": ovh,
    });
    const { entries, refused } = await readFleet(join(folder, "fleet.csv"));
    expect(entries).toMatchObject([
      { name: "prod", tags: ["env=prod", "tier=1"], config: ovh, inventory: "ovh" },
      { name: "test", config: { scw_access_key: "SCWX", scw_secret_key: "env:SECRET", scw_project_id: "p" } },
    ]);
    expect(refused).toEqual([
      { customer: "acme", where: `${join(folder, "fleet.csv")}, line 4`, reason: "name is missing" },
      { where: `${join(folder, "fleet.csv")}, line 5`, reason: "has more cells than there are columns" },
    ]);
  });

  test.each([
    ["fleet.csv", "customer,config\nacme,a.json\n", /has no column name in its first line/],
    ["fleet.csv", "name,costumer\nacme,a\n", /unknown column "costumer"; did you mean "customer"\?/],
    [
      "fleet.csv",
      'name,tags\na,x\nb,"gold" tier\nc,x\n',
      /is no CSV at line 3: a quote is not closed, or stands in a cell/,
    ],
    ["fleet.csv", 'name,tags\na,"x\nb,x\n', /is no CSV at line 2/],
    ["fleet.csv", "name,tags,name\na,x,b\n", /the column name is there twice/],
    ["fleet.json", "[", /is not JSON at line 1/],
    ["fleet.json", "[]", /holds no inventory/],
    [
      "fleet.yaml",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
        .split("")
        .map((name, place) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[place]}`).join()}]`)
        .join("\n")}\n`,
      /aliases/,
    ],
  ])("%s is refused whole where it is none: %j", async (name, text, message) => {
    const folder = folderOf({ [name]: text });
    await expect(readFleet(join(folder, name))).rejects.toThrow(message);
  });

  it("tells no value of what it refuses", async () => {
    const secret = "planted-secret";
    const folder = folderOf({
      "a.json": { config: { ...ovh, application_secret: 5, consumer_key: secret } },
      "b.json": `{"consumer_key": "${secret}`,
      "c.yaml": `consumer_key: "${secret}`,
      "d.json": { name: secret, config: { [secret]: secret }, tags: 7 },
    });
    const { entries, refused } = await readFleet(folder);
    expect(entries).toEqual([]);
    expect(refused).toHaveLength(4);
    expect(JSON.stringify(refused.map(({ reason }) => reason))).not.toContain(secret);
  });
});
