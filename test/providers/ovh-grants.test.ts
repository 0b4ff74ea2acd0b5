import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedKind } from "../../src/listing/kind.ts";
import type { GrantWish } from "../../src/preflight/grant.ts";
import { ovhGranter } from "../../src/providers/ovh/grants.ts";
import { callsOf } from "../../src/providers/ovh/kind.ts";
import { neededRules } from "../../src/providers/ovh/needed-rules.ts";
import { covers, parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { isProjectKind } from "../../src/providers/ovh/scopes.ts";
import { rowsOf } from "../rows.ts";

const ovhKinds = await rowsOf("ovh");

const ids = ["0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"];
const named = (...names: string[]): readonly ListedKind[] =>
  ovhKinds.filter(({ id }) => names.includes(id.replace("ovh.cloud.", "")));
const isOfVersion2 = ({ rights }: ListedKind): boolean => (rights["rules"] ?? []).some((rule) => rule.includes("/v2/"));
const isInProjects = (kind: ListedKind): boolean => kind.locality !== "account" || kind.required === true;
const inProjects = ovhKinds.filter((kind) => isInProjects(kind) && !isOfVersion2(kind));
const wish = (changes: Partial<GrantWish>): GrantWish => ({
  kinds: inProjects,
  projects: [],
  narrow: false,
  withPreflight: false,
  ...changes,
});
const sheet = (changes: Partial<GrantWish>) => ovhGranter.grant(wish(changes));
const text = (form: string, changes: Partial<GrantWish>): string | undefined =>
  sheet(changes).grants.find((grant) => grant.form === form)?.text;

describe("OVHcloud's access rules", () => {
  it("are two where they are broad", () => {
    expect(text("rules", {})).toBe("GET /cloud/project\nGET /cloud/project/*");
    expect(sheet({}).notes.join()).toMatch(/S3 credentials and database users/);
  });

  it("name the projects where they are known, and then not their list", () => {
    expect(text("rules", { projects: ids.slice(0, 1) })).toBe(
      `GET /cloud/project/${ids[0]}\nGET /cloud/project/${ids[0]}/*`,
    );
    expect(sheet({ projects: ids }).notes.join()).toContain(`project_ids = ${ids.join()}`);
  });

  it("are below the project's own path of version 2, too, for what is listed there", () => {
    const rancher = { kinds: named("rancher") };
    const [one = ""] = ids;
    expect(neededRules({ ...rancher, projects: [], narrow: false })).toEqual([
      "GET /cloud/project",
      "GET /v2/publicCloud/project/*",
      "GET /publicCloud/project/*",
    ]);
    expect(neededRules({ ...rancher, projects: [one], narrow: false })).toEqual([
      `GET /v2/publicCloud/project/${one}/*`,
      `GET /publicCloud/project/${one}/*`,
    ]);
    expect(neededRules({ ...rancher, projects: [one], narrow: true })).toEqual([
      `GET /v2/publicCloud/project/${one}/rancher`,
      `GET /publicCloud/project/${one}/rancher`,
    ]);
  });

  it("are exactly what the kinds need where they are narrow", () => {
    expect(neededRules({ kinds: named("project", "bucket"), projects: ids.slice(0, 1), narrow: true })).toEqual([
      `GET /cloud/project/${ids[0]}/region`,
      `GET /cloud/project/${ids[0]}/region/*`,
      `GET /cloud/project/${ids[0]}`,
    ]);
    expect(sheet({ narrow: true, projects: ids }).notes.join()).not.toMatch(/S3 credentials/);
  });

  it("say why they cannot be narrow without the projects' ids", () => {
    expect(text("rules", { narrow: true })).toBe("GET /cloud/project\nGET /cloud/project/*");
    expect(sheet({ narrow: true }).notes.join()).toMatch(/crosses slashes.*name the ids of the projects/);
    const { notes } = sheet({ narrow: true, kinds: named("instance") });
    expect(notes).toEqual([]);
  });

  // The name of a snapshot's list ends in that of an instance's: * crosses slashes.
  it("leave out what another one covers", () => {
    const kinds = named("instance-snapshot", "volume-snapshot");
    expect(neededRules({ kinds, projects: [], narrow: true })).toEqual([
      "GET /cloud/project",
      "GET /cloud/project/*/snapshot",
    ]);
  });

  it("take calls of version 2 in both forms", () => {
    const [kind] = named("instance");
    const rights = { rules: ["GET /v2/publicCloud/project/*/instance"] };
    const rules = neededRules({ kinds: [{ ...(kind as ListedKind), rights }], projects: [], narrow: true });
    expect(rules).toEqual([
      "GET /cloud/project",
      "GET /v2/publicCloud/project/*/instance",
      "GET /publicCloud/project/*/instance",
    ]);
  });

  const anyChoice = fc.record({
    kinds: fc.subarray([...ovhKinds], { minLength: 1 }),
    projects: fc.subarray(ids),
    narrow: fc.boolean(),
  });

  it("cover every call of every chosen kind, and none covers another", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const rules = neededRules(choice).map(parseRule);
        const uncovered = choice.kinds
          .flatMap((kind) => concreteCalls(kind, choice.projects))
          .filter((path) => !rules.some((rule) => covers(rule, { method: "GET", path })));
        const needless = rules.filter((rule) => rules.some((other) => other !== rule && covers(other, rule)));
        expect({ uncovered, needless }).toEqual({ uncovered: [], needless: [] });
        expect(rules.every(({ method }) => method === "GET")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  function concreteCalls(kind: ListedKind, projects: readonly string[]): readonly string[] {
    if (!isInProjects(kind)) return callsOf(kind).map(({ template }) => template.replace(/\{\w+\}/g, "any"));
    const places = projects.length > 0 ? projects : ["f".repeat(32)];
    const lists = projects.length > 0 ? [] : ["/cloud/project"];
    const below = callsOf(kind).filter(({ template }) => projects.length === 0 || template !== "/cloud/project");
    const fill = (template: string, project: string): string => {
      const id = isProjectKind(kind) ? project : "any%2Fitem";
      const values: Record<string, string> = { project, locality: "GRA11", id };
      return template.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? "");
    };
    return [...lists, ...places.flatMap((project) => below.map(({ template }) => fill(template, project)))];
  }
});

describe("OVHcloud's other forms", () => {
  it.each([
    ["ovh-eu", "https://eu.api.ovh.com/createToken/"],
    ["ovh-ca", "https://ca.api.ovh.com/createToken/"],
    ["ovh-us", "https://us.ovhcloud.com/auth/api/createToken"],
    ["kimsufi-ca", "https://ca.api.kimsufi.com/createToken/"],
    ["soyoustart-eu", "https://eu.api.soyoustart.com/createToken/"],
  ])("link to the page of %s", (endpoint, page) => {
    const link = text("link", { endpoint });
    expect(link).toBe(`${page}?GET=/cloud/project&GET=/cloud/project/*`);
    expect(new URL(link ?? "").searchParams.getAll("GET")).toEqual(["/cloud/project", "/cloud/project/*"]);
  });

  it("are the body of a key request", () => {
    expect(JSON.parse(text("body", {}) ?? "")).toEqual({
      accessRules: [
        { method: "GET", path: "/cloud/project" },
        { method: "GET", path: "/cloud/project/*" },
      ],
    });
  });

  it("are an IAM policy of the account's own world", () => {
    const policy = JSON.parse(text("policy", { endpoint: "ovh-ca", kinds: named("bucket"), narrow: true }) ?? "");
    expect(policy).toEqual({
      name: "cloud-inventory",
      identities: ["urn:v1:ca:identity:credential:ACCOUNT/oauth2-CLIENT_ID"],
      resources: [{ urn: "urn:v1:ca:resource:publicCloudProject:*" }],
      permissions: {
        allow: [
          { action: "publicCloudProject:apiovh:get" },
          { action: "publicCloudProject:apiovh:region/get" },
          { action: "publicCloudProject:apiovh:region/storage/get" },
        ],
      },
    });
    const broad = JSON.parse(text("policy", { projects: ids, withPreflight: true }) ?? "");
    expect(broad.resources).toEqual([
      ...ids.map((id) => ({ urn: `urn:v1:eu:resource:publicCloudProject:${id}` })),
      { urn: "urn:v1:eu:resource:account:*" },
    ]);
    expect(broad.permissions.allow.map(({ action }: { action: string }) => action)).toEqual([
      "publicCloudProject:apiovh:get",
      "publicCloudProject:apiovh:*/get",
      "account:apiovh:iam/policy/get",
    ]);
  });

  it("have no policy where there are no service accounts", () => {
    const { grants, notes } = sheet({ endpoint: "kimsufi-eu" });
    expect(grants.map(({ form }) => form)).toEqual(["rules", "link", "body"]);
    expect(notes.join()).toMatch(/kimsufi-eu does not serve every product/);
  });
});

describe("what an OVHcloud credential lacks", () => {
  const row = (...missing: string[]) => ({ kind: "ovh.cloud.volume", scope: `${ids[0]}/GRA11`, missing });

  it("is a new key's whole set, because rules cannot be added to a key", () => {
    const { grants, notes } = sheet({
      missing: [row("GET /cloud/project/*/volume")],
      kinds: named("volume", "instance"),
    });
    expect(grants.map(({ form }) => form)).toEqual(["rules", "link", "body"]);
    expect(grants[0]?.text).toBe("GET /cloud/project\nGET /cloud/project/*");
    expect(notes[0]).toMatch(/^missing: GET \/cloud\/project\/\*\/volume; .* new key$/);
  });

  it("is a policy of only that, because policies add up", () => {
    const { grants } = sheet({ missing: [row("publicCloudProject:apiovh:volume/get")] });
    expect(grants.map(({ form }) => form)).toEqual(["policy"]);
    expect(JSON.parse(grants[0]?.text ?? "")).toMatchObject({
      resources: [{ urn: `urn:v1:eu:resource:publicCloudProject:${ids[0]}` }],
      permissions: { allow: [{ action: "publicCloudProject:apiovh:volume/get" }] },
    });
  });
});
