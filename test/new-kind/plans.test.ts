import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUp } from "../../scripts/generate/goldens.js";
import { productsOf } from "../../scripts/generate/rows.js";
import { type KindPlan, type KindRequest, planOf } from "../../scripts/new-kind/plan.js";
import { fieldAt } from "../../src/listing/field.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { copyRepository, type RepositoryCopy, root } from "../architecture/repository-copy.ts";

type Rows = Readonly<Record<string, readonly ListedKind[]>>;

const providers = [
  { cloud: "ovhcloud", provider: "ovh" },
  { cloud: "scaleway", provider: "scaleway" },
] as const;
const rows: Record<string, Rows> = {};
for (const { provider } of providers) rows[provider] = await productsOf(provider);

function plan(provider: "ovh" | "scaleway", list: string, more: Partial<KindRequest> = {}): KindPlan {
  const cloud = provider === "ovh" ? "ovhcloud" : "scaleway";
  const request = { id: `${provider}.spare.thing`, provider, cloud, list, family: "account", ...more } as const;
  return planOf(request, rows[provider] ?? {});
}

/** The row alone, in one line. */
function rowOf({ files }: KindPlan): string {
  const text = Object.values(files)[0] ?? "";
  return text.slice(text.indexOf('{ id: "')).replace(/\s+/g, " ");
}

describe("the dialect follows from what the route answers", () => {
  it.each([
    ["ovh", "/vps", 'idsThenDetail({ path: "/vps", detailPath: "/vps/{id}", idField: "name" })'],
    ["ovh", "/dedicated/housing", 'idField: "serviceName", isListedAlone: true'],
    ["ovh", "/cloud/project/{serviceName}/volume", 'wholeList({ path: "/cloud/project/{project}/volume" })'],
    ["ovh", "/v2/iam/policy", 'headerCursor({ path: "/v2/iam/policy" })'],
    ["ovh", "/cloud/project/{serviceName}/ai/job", 'untilEmpty({ path: "/cloud/project/{project}/ai/job", pageP'],
    ["ovh", "/cloud/project/{serviceName}/region/{regionName}/gateway", '/region/{locality}/gateway", limit: 50 }'],
    [
      "ovh",
      "/vps/{serviceName}/snapshot",
      'singleDocument({ path: "/vps/{serviceName}/snapshot", mayBeAbsent: true })',
    ],
    ["scaleway", "/rdb/v1/regions/{region}/instances", 'rdb.pages({ path: "instances", listKey: "instances" })'],
    ["scaleway", "/instance/v1/zones/{zone}/servers", 'order: { order: "creation_date_desc" }'],
    ["scaleway", "/rdb/v1/regions/{region}/backups", "namesProject: false"],
    ["scaleway", "/autoscaling/v1alpha2/zones/{zone}/groups", 'parameter: "page_token", nextField: "next_page_token"'],
  ] as const)("%s %s", (provider, list, source) => {
    expect(rowOf(plan(provider, list))).toContain(source);
  });

  it("and is laid below the kind that lists the ids of its path, at any depth", () => {
    const disks = rowOf(plan("ovh", "/vps/{serviceName}/option"));
    expect(disks).toContain('nested({ parent: vps, as: "serviceName", list: idsThenDetail(');
    expect(disks).toContain(
      'relations: [{ type: "member-of", urn: serviceUrn(place, "vps", place.parent?.id ?? "") }]',
    );
    const filers = rowOf(plan("ovh", "/dedicatedCloud/{serviceName}/datacenter/{datacenterId}/filer"));
    expect(filers).toContain('nested({ parent: datacenter, as: "datacenterId"');
    expect(filers).toContain(
      '"pccVMware", place.parent?.above?.id ?? "", "datacenter", place.parent?.id ?? "", "thing"',
    );
  });

  it("and gives a parent that stands in the list of rows a name of its own", () => {
    const [text = ""] = Object.values(
      plan("scaleway", "/rdb/v1/regions/{region}/instances/{instanceId}/databases").files,
    );
    expect(text).toMatch(/^const instance = rdb\.kind\(\{\n\s+id: "scaleway\.rdb\.instance"/m);
    expect(text).toMatch(/ListedKind\[\] = \[\n\s+instance,\n/);
  });
});

describe("nothing is written, and the reason names what mends it,", () => {
  it.each<["ovh" | "scaleway", string, Partial<KindRequest>, string]>([
    ["scaleway", "/iot/v1/regions/{region}/hub", {}, "near it are /iot/v1/regions/{region}/hubs, "],
    ["ovh", "/vps/{serviceName}", {}, "is one item; its list is /vps"],
    ["ovh", "/cloud/project/{serviceName}/ai/job", { below: "ovh.vps" }, "has no place for an id of ovh.vps"],
    ["ovh", "/vps/{serviceName}/option", { below: "ovh.vsp" }, "--below names ovh.vsp, which is no kind"],
    ["ovh", "/vps/{serviceName}/option", { below: "ovh.cloud.kube" }, "a list is below one of its own scope"],
    [
      "ovh",
      "/vps/{serviceName}/option",
      { below: "ovh.vps.disk" },
      "has 1 ids in it, and ovh.vps.disk is listed with 1",
    ],
    ["ovh", "/vps/{serviceName}/option", { product: "kube" }, "leave --product out"],
    ["ovh", "/vps/{serviceName}/automatedBackup/restorePoints", {}, "plain values"],
  ])("%s %s %j", (provider, list, more, says) => {
    expect(() => plan(provider, list, more)).toThrow(says);
  });
});

describe("what a person decides is named", () => {
  const decided = (made: KindPlan): Readonly<Record<string, string>> => Object.fromEntries(made.decisions);

  it("with the fields that it could be made of, and those that may hold a secret apart", () => {
    const { class: itsClass, endpoints, never } = decided(plan("scaleway", "/iot/v1/regions/{region}/hubs"));
    expect(itsClass).toContain("unclassified");
    expect(endpoints).toContain("endpoint");
    expect(never).toContain("twins_graphite_config");
  });

  it.each<["ovh" | "scaleway", string, string]>([
    ["ovh", "/vps/{serviceName}/option", '"thing" is made of the kind\'s id, below the URN of ovh.vps;'],
    ["ovh", "/dedicated/cluster", '"clusterDelivery" is the prefix of its IAM action, clusterDelivery:apiovh:get;'],
    [
      "ovh",
      "/dedicated/housing",
      '"housing" is the panel\'s word for what its IAM action, dedicatedHousing:apiovh:get,',
    ],
    [
      "ovh",
      "/cloud/project/{serviceName}/ai/job",
      "\"spareThing\" is made of the kind's id, below the project's own URN;",
    ],
    ["scaleway", "/iot/v1/regions/{region}/hubs", '"thing" is made of the kind\'s id;'],
  ])("with where the words of the URN come from: %s %s", (provider, list, says) => {
    const { urn } = decided(plan(provider, list));
    expect(urn).toContain(`: ${says}`);
    expect(urn).toContain("keep it unless a source says otherwise, for it never changes once it is accepted");
  });

  it("and no field that may hold a secret is read", () => {
    const made = plan("ovh", "/cloud/project/{serviceName}/ai/job");
    expect(Object.values(made.files).join()).not.toMatch(/envVars|sshUrl/);
  });

  it.each([
    ["ovh", "ovh.cluster", "/dedicated/cluster", "ovh.dedicated-cluster", "several servers"],
    ["ovh", "ovh.delivery", "/dedicated/cluster", "ovh.dedicated-cluster", "several servers"],
    ["ovh", "ovh.ssl-gateway", "/sslGateway", "ovh.ssl-gateway", "closing"],
    ["scaleway", "scaleway.iot.hub", "/iot/v1/regions/{region}/hubs", "scaleway.iot.hub", "closing"],
  ] as const)("with why docs/not-covered.md has it: %s %s", (provider, id, list, name, says) => {
    expect(plan(provider, list, { id }).notCovered).toEqual([{ name, reason: expect.stringContaining(says) }]);
  });

  it("and nothing of that page where it speaks of other things", () => {
    const lists = ["/vps/{serviceName}/option", "/cloud/project/{serviceName}/ai/app", "/dedicated/ceph"];
    expect(lists.flatMap((list) => plan("ovh", list).notCovered)).toEqual([]);
  });

  it("where the vendor says too little: units, pages, regions, rights", () => {
    expect(decided(plan("scaleway", "/block/v1/zones/{zone}/volumes"))).toHaveProperty("sizeBytes");
    const gateway = decided(plan("ovh", "/cloud/project/{serviceName}/region/{regionName}/gateway"));
    expect(gateway).toMatchObject({ list: expect.stringContaining("limit"), regionService: expect.any(String) });
    const { permissionSets } = decided(plan("scaleway", "/iot/v1/regions/{region}/hubs"));
    expect(permissionSets).toContain("narrowest");
    expect(decided(plan("scaleway", "/autoscaling/v1alpha2/zones/{zone}/groups"))).toHaveProperty("unproven");
  });
});

describe("every list that vendor/ knows", () => {
  let copy: RepositoryCopy;
  let written = 0;
  const faults: string[] = [];
  const unidentified: string[] = [];
  beforeAll(() => {
    copy = copyRepository("every-list", [
      "src",
      "package.json",
      "tsconfig.json",
      "tsconfig.build.json",
      "biome.json",
      ".gitignore",
    ]);
    for (const { cloud, provider } of providers) {
      for (const list of listsOf(cloud)) {
        try {
          const made = plan(provider, list, { id: `${provider}.spare${written}.thing` });
          writeApart(provider, made);
          if (fieldAt(madeUp(made.example).item, made.example.list.idField) === undefined) unidentified.push(list);
        } catch (thrown) {
          faults.push(`${list}: ${thrown instanceof Error ? `${thrown.constructor.name}: ${thrown.message}` : thrown}`);
        }
      }
    }
  });
  afterAll(() => copy.remove());

  const listsOf = (cloud: string): string[] => {
    const { paths } = JSON.parse(readFileSync(join(root, `vendor/${cloud}.json`), "utf8"));
    return Object.keys(paths).filter((path) => !path.endsWith("}"));
  };

  /** Each in a product's folder of its own, with what the folder holds that it adds to. */
  function writeApart(provider: string, { files }: KindPlan): void {
    const folder = dirname(Object.keys(files)[0] ?? "");
    written += 1;
    const apart = `src/providers/${provider}/products/spare${written}`;
    if (existsSync(join(root, folder))) cpSync(join(root, folder), join(copy.folder, apart), { recursive: true });
    for (const [path, text] of Object.entries(files)) copy.write(path.replace(folder, apart), text);
  }

  it("is written, or refused for a reason", () => {
    expect(written).toBeGreaterThan(150);
    expect(faults.filter((fault) => !fault.includes(": Refusal: "))).toEqual([]);
  });

  it("has an example with the id that its row reads", () => {
    expect(unidentified).toEqual([]);
  });

  it("becomes a row that type-checks and that the linter takes", async () => {
    const biome = spawnSync("node_modules/.bin/biome", ["check", "--write", "src"], {
      cwd: copy.folder,
      encoding: "utf8",
    });
    expect({ status: biome.status, told: biome.stderr.replace(/^Checked .*\n/m, "") }).toEqual({ status: 0, told: "" });
    const types = [
      "node_modules/typescript-7/bin/tsc",
      "-p",
      "tsconfig.build.json",
      "--noEmit",
      "--allowImportingTsExtensions",
    ];
    expect(await copy.run(process.execPath, types)).toMatchObject({ code: 0, stdout: "" });
  });
});
