import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { askBuckets } from "./clients.ts";

let emulator: Emulator;
let projects: readonly string[];
beforeAll(async () => {
  const scalewayRules = [{ permissionSets: ["ObjectStorageBucketsRead"], scope: [0, 1] }];
  emulator = await startEmulator({ scalewayProjects: 3, scalewayRules, resources: { "scaleway.object.bucket": 3 } });
  projects = emulator.projects.scaleway;
});
afterAll(() => emulator.close());

async function namesIn(answer: Response): Promise<string[]> {
  return [...(await answer.text()).matchAll(/<Name>([^<]+)<\/Name>/g)].map((match) => match[1] ?? "");
}

test.each(["fr-par", "nl-ams", "pl-waw", "it-mil"])("%s lists its own buckets", async (region) => {
  const names = await namesIn(await askBuckets(emulator, { region }));
  expect(names).toHaveLength(3);
  expect(emulator.expectedIds().get("scaleway.object.bucket")).toEqual(expect.arrayContaining(names));
  expect(names.every((name) => name.includes(region))).toBe(true);
});

test("the project after the @ is the one that is listed, and owns the list", async () => {
  const project = projects[1] ?? "";
  const answer = await askBuckets(emulator, { project, query: "?x-id=ListBuckets&empty=" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(answer.headers.get("x-amz-request-id")).toMatch(/^txg/);
  const body = await answer.text();
  expect(body).toContain(`<ID>${project}:${project}</ID>`);
  expect(body).toMatch(/<Bucket><CreationDate>2025-[^<]+Z<\/CreationDate><Name>/);
});

test("without a project, the preferred one is listed", async () => {
  expect(await (await askBuckets(emulator)).text()).toContain(`<ID>${projects[0]}:${projects[0]}</ID>`);
});

test.each([
  { what: "another secret", options: () => ({ secret: "x" }), status: 403, code: "SignatureDoesNotMatch" },
  {
    what: "a project without rights",
    options: () => ({ project: projects[2] ?? "" }),
    status: 403,
    code: "AccessDenied",
  },
  { what: "an unknown project", options: () => ({ project: "none" }), status: 403, code: "AccessDenied" },
  {
    what: "an unknown region",
    options: () => ({ region: "xx-xxx" }),
    status: 400,
    code: "AuthorizationHeaderMalformed",
  },
])("refuses $what", async ({ options, status, code }) => {
  const answer = await askBuckets(emulator, options());
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(`<Error><Code>${code}</Code>`);
});

test("refuses another key, an unsigned request and an old one", async () => {
  const stranger = { ...emulator, environment: { ...emulator.environment, SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX" } };
  expect(await (await askBuckets(stranger)).text()).toContain("InvalidAccessKeyId");
  expect(await (await fetch(emulator.url)).text()).toContain("AccessDenied");
  const ahead = await startEmulator({ clockSkewSeconds: 3600 });
  expect(await (await askBuckets(ahead)).text()).toContain("RequestTimeTooSkewed");
  await ahead.close();
});
