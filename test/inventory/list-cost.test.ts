import { describe, expect, test } from "vitest";
import { costInWords, type ListCost, requestsFor } from "../../src/inventory/list-cost.ts";

describe("a list takes", () => {
  test.each<[string, ListCost, number, number]>([
    ["one request where one answer holds it", {}, 1000, 1],
    ["a page more where the last one is full", { pages: { size: 100, end: "short" } }, 100, 2],
    ["no page more where it is not", { pages: { size: 100, end: "short" } }, 99, 1],
    ["a page for nothing", { pages: { size: 100, end: "short" } }, 0, 1],
    ["an empty page at its end", { pages: { size: 100, end: "empty" } }, 101, 3],
    ["an empty page alone for nothing", { pages: { size: 100, end: "empty" } }, 0, 1],
    ["what its answers say", { pages: { size: 100, end: "word" } }, 100, 1],
    ["one page at the least where no size is known", { pages: { end: "word" } }, 5000, 1],
    ["an empty page behind at least one", { pages: { end: "empty" } }, 5000, 2],
    ["a request for each batch of details", { details: { atOnce: 50 } }, 51, 1 + 2],
    ["a request for each detail", { details: { atOnce: 1 } }, 51, 1 + 51],
    ["calls beside each item", { details: { atOnce: 50 }, facts: 2 }, 51, 1 + 2 + 102],
  ])("%s", (_name, cost, items, requests) => {
    expect(requestsFor(cost, { items })).toBe(requests);
  });

  test("as many below each item of another one, with what is below them evenly spread", () => {
    const cost: ListCost = { details: { atOnce: 50 }, below: "fake.parent" };
    expect(requestsFor(cost, { items: 7, lists: 3 })).toBe(3 * 2);
    expect(requestsFor(cost, { items: 2, lists: 3 })).toBe(3 + 2);
    expect(requestsFor(cost, { items: 0, lists: 0 })).toBe(0);
  });

  test("fewer where ids are enough, and more where details are asked for one by one", () => {
    const cost: ListCost = { details: { atOnce: 50 }, facts: 1 };
    expect(requestsFor(cost, { items: 10, idsOnly: true })).toBe(1);
    expect(requestsFor(cost, { items: 10, inBatches: false })).toBe(1 + 10 + 10);
  });
});

describe("in words it is", () => {
  test.each<[ListCost, Parameters<typeof costInWords>[1], string]>([
    [{}, "account", "1"],
    [{}, "project", "1 a project"],
    [{ pages: { size: 100, end: "short" } }, "zone", "pages of 100 a zone"],
    [{ pages: { size: 100, end: "empty" } }, "project", "pages of 100 and an empty one a project"],
    [{ pages: { end: "word" } }, "account", "pages"],
    [{ details: { atOnce: 50 } }, "account", "1 + 1 an item / 50 in batches"],
    [{ details: { atOnce: 1 }, facts: 2 }, "region", "1 a region + 1 an item + 2 an item for facts"],
    [{ below: "fake.parent" }, "project", "1 below each fake.parent"],
  ])("%j in each %s: %s", (cost, locality, words) => {
    expect(costInWords(cost, locality)).toBe(words);
  });

  test("with the list that completes its items", () => {
    expect(costInWords({}, "zone", ["fake.disk"])).toBe("1 a zone + the list of fake.disk where that is not read");
  });
});
