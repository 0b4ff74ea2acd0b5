import { expect, test } from "vitest";
import { fakeProvider, pageOf, runOf, untilAborted } from "./fake-provider.ts";

test("a list that takes too long ends by itself, is read once more, and keeps what it had", async () => {
  const begun: string[] = [];
  const provider = fakeProvider({
    scopes: ["slow", "quick"],
    async *list(_kind, scope, { signal }) {
      begun.push(scope.id);
      yield pageOf(scope.id);
      if (scope.id === "slow") await untilAborted(signal);
    },
  });
  const { names, scopes, finished } = await runOf(provider, { listDeadlineMs: 20 });
  expect(names.toSorted()).toEqual(["quick", "slow"]);
  expect(begun).toEqual(["slow", "quick", "slow"]);
  expect(scopes).toMatchObject([
    { scope: "quick", outcome: "completed" },
    {
      scope: "slow",
      outcome: "failed",
      code: "UNAVAILABLE",
      count: 1,
      reason: "the deadline of 0.02 s for one list passed before its end",
    },
  ]);
  expect(finished.complete).toBe(false);
});

test("a list that is too slow once is whole where the second reading is in time", async () => {
  let readings = 0;
  const provider = fakeProvider({
    async *list(_kind, _scope, { signal }) {
      readings += 1;
      yield pageOf("a");
      if (readings === 1) await untilAborted(signal);
    },
  });
  const { finished } = await runOf(provider, { listDeadlineMs: 20 });
  expect(finished).toMatchObject({ complete: true, resources: 1 });
});
