import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Provider } from "../../src/inventory/provider.ts";
import { accountScope } from "../../src/inventory/scope.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const kind = { ...fakeKind(), mayLeaveOut: true };
const urnOf = (id: string) => `urn:fake:account:${id}`;

/** A list of account-wide things that a credential may see less and less of. */
function providerOf(ids: readonly string[], isGone: NonNullable<Provider["isGone"]>): Provider {
  const provider = fakeProvider({
    kinds: [kind],
    list: () => [pageOf(...ids)],
    async *scopes(kinds) {
      yield { kinds, scope: accountScope };
    },
  });
  return { ...provider, isGone };
}

describe("a list that may leave something out in silence", () => {
  test("says so where nothing is remembered of it", async () => {
    const { scopes, finished } = await runOf(providerOf(["a"], async () => true));
    expect(scopes).toMatchObject([{ outcome: "completed", filtered: true }]);
    expect(finished.complete).toBe(true);
  });

  test("does not where it is longer than what is remembered, and asks nobody", async () => {
    const asked: string[] = [];
    const provider = providerOf(["a", "b"], async (_kind, urn) => asked.push(urn) > 0);
    const { scopes } = await runOf(provider, { listedBefore: () => [urnOf("a")] });
    expect(scopes[0]).toMatchObject({ outcome: "completed", count: 2 });
    expect(scopes[0]).not.toHaveProperty("filtered");
    expect(asked).toEqual([]);
  });

  test.each([
    ["is gone, as the provider says", async () => true, "completed", true],
    ["is there", async () => false, "denied", false],
    ["is refused", async () => Promise.reject(new InventoryError("PERMISSION_DENIED", "no")), "denied", false],
    ["cannot be asked for", async () => Promise.reject(new Error("a defect")), "denied", false],
  ])("that lacks what was listed: it %s", async (_name, isGone, outcome, complete) => {
    const { scopes, finished, resources } = await runOf(providerOf(["a"], isGone), {
      listedBefore: () => [urnOf("a"), urnOf("lost")],
    });
    expect(scopes[0]).toMatchObject({ outcome, count: 1 });
    if (!complete)
      expect(scopes[0]?.reason).toMatch(
        /^1 that were listed before are not listed any more.*; the first is lost; needs /,
      );
    expect(resources).toHaveLength(1);
    expect(finished.complete).toBe(complete);
  });

  test("that lacks more than can be asked for has failed, and asks for none", async () => {
    const asked: string[] = [];
    const provider = providerOf(["a"], async (_kind, urn) => asked.push(urn) > 0);
    const before = Array.from({ length: 21 }, (_, index) => urnOf(`lost-${index}`));
    const { scopes } = await runOf(provider, { listedBefore: () => before });
    expect(scopes[0]).toMatchObject({ outcome: "failed", reason: expect.stringMatching(/^21 of 21 /) });
    expect(asked).toEqual([]);
  });

  test("that lacks something while the run is cancelled was not read", async () => {
    const stop = new AbortController();
    const provider = providerOf(["a"], async () => {
      stop.abort();
      return false;
    });
    const { scopes } = await runOf(provider, { listedBefore: () => [urnOf("lost")], signal: stop.signal });
    expect(scopes[0]).toMatchObject({ outcome: "failed", code: "CANCELLED" });
  });
});
