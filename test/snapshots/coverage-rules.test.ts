import { describe, expect, it } from "vitest";
import { providerIds } from "../../src/providers/registry.ts";
import { coverageRules, coveredClasses, isJudged, notJudged } from "../../src/snapshots/coverage-rules.ts";
import { rowsOf } from "../rows.ts";

const kinds = (await Promise.all(providerIds.map(rowsOf))).flat();
const ids = kinds.map(({ id }) => id);

describe("the rules of coverage", () => {
  it("name kinds that there are", () => {
    const copies = Object.values(coverageRules).flatMap(({ copies: of = [] }) => of.map(({ kind }) => kind));
    const named = [...Object.keys(coverageRules), ...Object.keys(notJudged), ...copies];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("judge a kind or say why not", () => {
    expect(Object.keys(notJudged).filter((id) => Object.hasOwn(coverageRules, id))).toEqual([]);
    expect(kinds.filter(({ id, class: its }) => Object.hasOwn(notJudged, id) && !coveredClasses.has(its))).toEqual([]);
  });

  it("never judge copies", () => {
    const copies = Object.values(coverageRules).flatMap(({ copies: of = [] }) => of.map(({ kind }) => kind));
    const judged = kinds.filter(
      ({ id, class: its, family }) =>
        isJudged({ kind: id, class: its }) && (copies.includes(id) || family === "backups"),
    );
    expect(judged.map(({ id }) => id)).toEqual([]);
  });

  it("name every kind that a run takes protection from", () => {
    for (const { id, protectionFrom = [] } of kinds) {
      const named = (coverageRules[id]?.copies ?? []).map(({ kind, type }) => [kind, type]);
      const told = protectionFrom.map(({ kind, type }) => [kind, type === "snapshots" ? "snapshots" : "backup"]);
      expect(named, id).toEqual(expect.arrayContaining(told));
    }
  });

  it("judge a kind of a class that holds data, and no other, where nobody made a rule", () => {
    const strange = (its: "compute" | "network" | "") => isJudged({ kind: "other.thing", class: its });
    expect([strange("compute"), strange("network"), strange("")]).toEqual([true, false, false]);
    expect(isJudged({ kind: "__proto__", class: "network" })).toBe(false);
  });
});
