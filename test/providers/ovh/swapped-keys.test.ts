import { describe, expect, test } from "vitest";
import { type ConfigProblem, sentenceOf } from "../../../src/config/config-problem.ts";
import { doubtfulKeys, swappedKeys } from "../../../src/providers/ovh/swapped-keys.ts";

type Said = Omit<ConfigProblem, "code" | "values">;

const short = "a1B2c3D4e5F6g7H8";
const long = "0123456789abcdefghijklmnopqrstuv";
const otherLong = "ZYXWVUTSRQPONMLKJIHGFEDCBA987654";
const clientId = "EU.0123456789abcdef";
const keys = { application_key: short, application_secret: long, consumer_key: otherLong };

const lookLike = (key: string, what: string, other: string): Said => ({
  key,
  problem: `looks like ${what}`,
  remediation: `swapped with ${other}? Exchange the two`,
});

describe("keys that are certain to be swapped", () => {
  test.each<[name: string, values: Readonly<Record<string, unknown>>, problems: readonly Said[]]>([
    ["none", keys, []],
    ["none of another length", { ...keys, application_key: "a".repeat(24), consumer_key: "b".repeat(40) }, []],
    [
      "the application's",
      { ...keys, application_key: long, application_secret: short },
      [
        lookLike("application_key", "the application secret (32 characters)", "application_secret"),
        lookLike("application_secret", "the application key (16 characters)", "application_key"),
      ],
    ],
    [
      "application and consumer",
      { ...keys, application_key: otherLong, consumer_key: short },
      [
        lookLike("application_key", "the consumer key (32 characters)", "consumer_key"),
        lookLike("consumer_key", "the application key (16 characters)", "application_key"),
      ],
    ],
    [
      "a service account's",
      { client_id: long, client_secret: clientId },
      [lookLike("client_secret", "the client id (EU. and 16 digits)", "client_id")],
    ],
    [
      "a secret as a project's id",
      { ...keys, project_ids: [long] },
      [{ key: "project_ids", problem: "holds the same as application_secret", remediation: expect.any(String) }],
    ],
  ])("%s", (_name, values, problems) => {
    expect(swappedKeys(values).map(({ code: _code, values: _values, ...said }) => said)).toEqual(problems);
  });
});

describe("keys that are doubtful", () => {
  test.each([
    ["none", keys, []],
    ["what was refused", { ...keys, application_key: long, application_secret: short }, []],
    [
      "one of another kind's length",
      { ...keys, application_key: "a".repeat(32) },
      [
        "application_key has 32 characters, as application secrets and consumer keys have; all that OVHcloud shows have 16: is it the right one?",
      ],
    ],
    [
      "a secret as short as an application key",
      { ...keys, application_secret: "a".repeat(16) },
      [
        "application_secret has 16 characters, as application keys have; all that OVHcloud shows have 32: is it the right one?",
      ],
    ],
    [
      "one value twice",
      { ...keys, consumer_key: long },
      ["consumer_key is the same as application_secret: was one pasted twice?"],
    ],
  ])("%s", (_name, values, notices) => {
    expect(doubtfulKeys(values).map(sentenceOf)).toEqual(notices);
  });
});
