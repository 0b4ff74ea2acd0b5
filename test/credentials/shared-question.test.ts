import { expect, test } from "vitest";
import { sharedQuestion } from "../../src/credentials/shared-question.ts";
import type { Send } from "../../src/http/request.ts";
import { abortError, InventoryError } from "../../src/inventory/errors.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import type { ReadContext } from "../../src/inventory/provider.ts";

const send: Send = () => Promise.reject(new Error("nothing is sent here"));
const contextOf = (signal: AbortSignal): ReadContext => newContext(signal);
const context = contextOf(new AbortController().signal);

test("is asked once for all who wait, and anew for who comes later", async () => {
  let asked = 0;
  const question = sharedQuestion(async () => {
    asked += 1;
  });
  await Promise.all([question(send, context), question(send, context), question(send, context)]);
  expect(asked).toBe(1);
  await question(send, context);
  expect(asked).toBe(2);
});

test("fails for all who wait, and is asked anew after that", async () => {
  const refused = new InventoryError("UNAVAILABLE", "no answer");
  let isUp = false;
  const question = sharedQuestion(async () => {
    if (!isUp) throw refused;
  });
  const ends = await Promise.allSettled([question(send, context), question(send, context)]);
  expect(ends).toEqual(Array(2).fill({ status: "rejected", reason: refused }));
  isUp = true;
  await question(send, context);
});

test("is asked again by who still needs it, when the run that asked is cancelled", async () => {
  const cancelled = new AbortController();
  const askedBy: ReadContext[] = [];
  const question = sharedQuestion(async (_send, asking) => {
    askedBy.push(asking);
    if (asking === context) return;
    await new Promise((_resolve, reject) => {
      asking.signal.addEventListener("abort", () => reject(abortError(asking.signal)));
    });
  });
  const mine = contextOf(cancelled.signal);
  const ends = Promise.allSettled([question(send, mine), question(send, context), question(send, context)]);
  cancelled.abort();
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(askedBy).toEqual([mine, context]);
});
