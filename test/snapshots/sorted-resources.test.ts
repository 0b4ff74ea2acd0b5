import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/inventory/resource.ts";
import { createSortedResources } from "../../src/snapshots/sorted-resources.ts";
import { openSpool, type Spool } from "../../src/snapshots/spool.ts";
import { fakeResource } from "../cli/fake-events.ts";

const longText = "x".repeat(1024 * 1024);
const thing = (urn: string): Resource =>
  fakeResource("test", { urn, kind: "test.thing", details: { attributes: { longText } } }).resource;

describe("resources that do not fit into memory", () => {
  it("are all there, whole and in order, where several inventories are read side by side", async () => {
    let spool: Promise<Spool> | undefined;
    const resources = createSortedResources(() => {
      spool ??= openSpool(tmpdir());
      return spool;
    });
    const numbers = Array.from({ length: 40 }, (_one, place) => String(place).padStart(2, "0"));
    const addAll = async (inventory: string): Promise<void> => {
      for (const number of numbers) {
        const room = resources.add(thing(`urn:test:${inventory}-${number}`), "p1");
        if (room === undefined) await Promise.resolve();
        else await room;
      }
    };
    await Promise.all(["a", "b", "c"].map(addAll));
    const found: string[] = [];
    for await (const batch of resources.inOrder()) {
      for (const { urn, json } of batch) {
        expect(JSON.parse(json).details.attributes.longText).toBe(longText);
        found.push(urn);
      }
    }
    await (await spool)?.close();
    expect(found).toEqual(
      ["a", "b", "c"].flatMap((inventory) => numbers.map((number) => `urn:test:${inventory}-${number}`)),
    );
  });
});
