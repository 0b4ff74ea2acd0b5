import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { isRecord } from "../../src/http/answer.ts";
import { discover } from "../../src/inventory/discover.ts";
import type { Event } from "../../src/inventory/event.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { rowsOf } from "../rows.ts";
import { hasShared, listKeyOf, readRecordings, recordedPath, recordings, skipReason } from "./shared.ts";

const scalewayKinds = await rowsOf("scaleway");

interface RecordedItem {
  readonly id: string;
  readonly project?: string;
  readonly project_id?: string;
}

/** The items in a recorded list, counted from the files themselves and not by the emulator that replays them. */
function recordedItems(kind: ListedKind): readonly RecordedItem[] {
  const key = listKeyOf(kind);
  const answers = readRecordings().find(({ path }) => path === recordedPath(kind))?.responses ?? [];
  return answers.flatMap(({ body }) => (isRecord(body) && Array.isArray(body[key]) ? body[key] : []));
}

const ownerOf = ({ project, project_id }: RecordedItem): string | undefined => project ?? project_id;

/**
 * The kinds whose list was recorded for projects, with items or without. What does not say whose it is belongs to whoever asks, and what is
 * below another item was recorded without that item.
 */
function listedKinds(): readonly ListedKind[] {
  const paths = new Set(readRecordings().map(({ path }) => path));
  return scalewayKinds.filter(
    (kind) =>
      paths.has(recordedPath(kind)) &&
      kind.below === undefined &&
      kind.locality !== "organization" &&
      (kind.id === "scaleway.account.project" || recordedItems(kind).every((item) => ownerOf(item) !== undefined)),
  );
}

function recordedBuckets(): string[] {
  const answers = readRecordings().find(({ path }) => path === "S3 /")?.responses ?? [];
  return answers
    .flatMap(({ body }) => [...String(body).matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name]) => name ?? ""))
    .sort();
}

describe.skipIf(!hasShared)(`discover over replayed recordings${hasShared ? "" : ` (${skipReason})`}`, () => {
  let emulator: Emulator;
  const events: Event[] = [];
  const listed = hasShared ? listedKinds() : [];

  beforeAll(async () => {
    emulator = await startEmulator({ replay: fileURLToPath(recordings) });
    const definition = await loadProvider("scaleway");
    const { environment, projects } = emulator;
    const config = {
      scw_project_id: environment["SCW_DEFAULT_PROJECT_ID"],
      scw_access_key: environment["SCW_ACCESS_KEY"],
      scw_secret_key: environment["SCW_SECRET_KEY"],
      scw_project_ids: projects.scaleway.join(","),
      max_requests_per_minute: "0",
    };
    const { provider } = definition.open(config, "replay", { operator: readOperatorSettings(environment) });
    for await (const event of discover(provider, {
      kinds: selectKinds(definition.kinds, ["scaleway.object.bucket", ...listed.map(({ id }) => id)]),
    }))
      events.push(event);
  });
  afterAll(() => emulator.close());

  const found = (kind: string): string[] =>
    events.flatMap((event) => (event.type === "resource" && event.resource.kind === kind ? [event.resource.urn] : []));

  it.each(listed.map((kind) => [kind.id, kind] as const))("finds every recorded %s once", (id, kind) => {
    const urns = found(id);
    const owned = recordedItems(kind).filter((item) => emulator.projects.scaleway.includes(ownerOf(item) ?? item.id));
    const recorded = [...new Set(owned.map((item) => item.id))].sort();
    expect(new Set(urns).size).toBe(urns.length);
    const ids = urns.map((urn) => urn.slice(urn.lastIndexOf(":") + 1));
    // Projects are also known from the items that name them.
    if (id === "scaleway.account.project") expect(ids).toEqual(expect.arrayContaining(recorded));
    else expect(ids.sort()).toEqual(recorded);
  });

  it("finds nothing where nothing but empty lists was recorded, or none at all", () => {
    const recorded = listed.filter((kind) => recordedItems(kind).length > 0);
    const withItems = new Set([...recorded.map(({ id }) => id), "scaleway.object.bucket"]);
    expect(recorded.length).toBeGreaterThan(0);
    expect(scalewayKinds.filter(({ id }) => !withItems.has(id)).flatMap(({ id }) => found(id))).toEqual([]);
  });

  it("finds every recorded bucket once", () => {
    const names = found("scaleway.object.bucket").map((urn) => urn.slice(urn.lastIndexOf(":") + 1));
    expect(names.sort()).toEqual(recordedBuckets());
  });

  it("is complete", () => {
    const gaps = events.filter(
      (event) => event.type === "scope" && !["completed", "not-offered"].includes(event.outcome),
    );
    expect(gaps).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "finished", complete: true });
  });
});
