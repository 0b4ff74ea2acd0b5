import { expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { classifierOf } from "../../src/providers/ovh/errors.ts";
import { classifyScaleway } from "../../src/providers/scaleway/errors.ts";
import { fakeClock } from "../clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { type ScriptedAnswer, script, startServer } from "./server.ts";

const json = (status: number, body: object): ScriptedAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const ovh = classifierOf("ovh-application");
const rule = json(403, {
  errorCode: "NOT_GRANTED_CALL",
  httpCode: "403 Forbidden",
  message: "This call has not been granted",
});
const newRule = json(403, { class: "Client::Forbidden", message: "This call has not been granted", details: {} });
const action = json(403, {
  class: "Client::Forbidden",
  message: "User not granted for this request",
  details: { unauthorizedActionsByAuthentication: "", unauthorizedActionsByIAM: "vps:apiovh:get" },
});
const otherwise = json(403, { class: "Client::Forbidden", message: "the service is being delivered" });
const set = json(403, { type: "permissions_denied", message: "insufficient permissions", details: [] });
const quota = json(403, { type: "quotas_exceeded", message: "quota exceeded" });
const page: ScriptedAnswer = { status: 403, body: "<html>forbidden</html>" };
const tooMany: ScriptedAnswer = { status: 429 };

/** What the door makes of answers to one request, in their order; the last one stays. */
async function lackOf(classify: typeof ovh, ...answers: readonly ScriptedAnswer[]): Promise<boolean> {
  const server = await startServer(script(...answers));
  const { code, lacksRight } = await refusalOf(openDoor({ classify }).get(`${server.origin}/thing`));
  expect(code).toBe("PERMISSION_DENIED");
  return lacksRight;
}

test.each([
  ["a rule that a key lacks", ovh, rule],
  ["a rule, in the newer form", ovh, newRule],
  ["an action that IAM does not grant", ovh, action],
  ["a permission set", classifyScaleway, set],
] as const)("said twice, a right is missing: %s", async (_, classify, answer) => {
  expect(await lackOf(classify, answer, answer)).toBe(true);
});

test.each([
  ["a bare 403", ovh, [page, page]],
  ["a bare 403 of Scaleway", classifyScaleway, [page, page]],
  ["words about something else", ovh, [otherwise, otherwise]],
  ["Scaleway's words about something else", classifyScaleway, [quota, quota]],
  ["the words once, after a bare 403", ovh, [page, rule]],
  ["the words once, before a bare 403", ovh, [rule, page]],
  ["the words after a refusal by rate", ovh, [tooMany, rule, rule]],
  ["the words around a refusal by rate", ovh, [rule, tooMany, rule]],
] as const)("no missing right is shown by %s", async (_, classify, answers) => {
  expect(await lackOf(classify, ...answers)).toBe(false);
});

test("nor by the words for one request while others are refused by rate, until a minute has passed", async () => {
  let limited = 0;
  const server = await startServer((response, { url }) => {
    if (url === "/limited") limited += 1;
    const { status = 200, body = "{}" } = url !== "/limited" ? rule : limited === 1 ? tooMany : {};
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  const clock = fakeClock();
  const { get } = openDoor({ classify: ovh, clock });
  await get(`${server.origin}/limited`);
  expect((await refusalOf(get(`${server.origin}/thing`))).lacksRight).toBe(false);
  await clock.sleep(60_000, new AbortController().signal);
  expect((await refusalOf(get(`${server.origin}/thing`))).lacksRight).toBe(true);
});

test("nothing but the classifier's word makes it so", () => {
  expect(new InventoryError("PERMISSION_DENIED", "no").lacksRight).toBe(false);
});
