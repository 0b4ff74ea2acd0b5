import { describe, expect, it } from "vitest";
import * as z from "zod";
import { goldenOf, madeUp } from "../../scripts/generate/goldens.js";
import { idsThenDetail } from "../../src/listing/dialects/ids-then-detail.ts";
import { id, numericId, text } from "../../src/listing/fields.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { ovhKind } from "../../src/providers/ovh/kind.ts";
import { serviceUrn } from "../../src/providers/ovh/urn.ts";

/** A row of bays, whose detail does not repeat the id that they are listed by. */
function housing(schema: z.ZodObject, typeInUrn = "housing"): ListedKind {
  return ovhKind({
    id: "ovh.spare",
    family: "compute",
    title: "Spare",
    class: "",
    service: "spare",
    resource: "spare:spare",
    locality: "account",
    list: idsThenDetail({
      path: "/dedicated/housing",
      detailPath: "/dedicated/housing/{id}",
      idField: "serviceName",
      isListedAlone: true,
    }),
    schema,
    toResource: (item, place) => ({ urn: serviceUrn(place, typeInUrn, String(item["serviceName"])) }),
  });
}

const path = "fixtures/ovh/ovh.spare/typical.json";

describe("an example of a list whose details do not repeat the id", () => {
  it("has an id, which its URN ends with", () => {
    const { serviceName, iam } = madeUp(housing(z.object({ serviceName: id }))).item ?? {};
    expect(serviceName).toMatch(/^housing-[0-9a-f]{4}$/);
    expect(iam).toMatchObject({ urn: `urn:v1:eu:resource:housing:${serviceName}` });
  });

  it("becomes a resource that can be accepted", () => {
    const golden = goldenOf(housing(z.object({ serviceName: id })), [], true);
    expect(golden).toEqual({ path, text: expect.stringContaining('"urn": "urn:v1:eu:resource:housing:housing-') });
  });
});

describe("an example that its row makes nothing of", () => {
  it.each([
    ["what is missing", { serviceName: id, bay: z.object({ door: id }), name: text }, "`bay` is missing"],
    ["what is missing below", { iam: z.object({ number: id }) }, "`iam.number` is missing"],
    ["what is odd, and not what may be", { name: numericId, rack: numericId.nullish() }, "`name`: Invalid input: "],
  ])("names %s", (_what, shape, says) => {
    const { faults = [] } = goldenOf(housing(z.object(shape)), [], true);
    expect(faults).toEqual([expect.stringContaining(`its row makes nothing of the example: ${says}`)]);
    expect(faults.join()).not.toContain("rack");
  });

  it("names a URN that is too long", () => {
    const { faults } = goldenOf(housing(z.object({ serviceName: id }), "x".repeat(10_000)), [], true);
    expect(faults).toEqual(["its row makes nothing of the example: its URN is too long"]);
  });
});
