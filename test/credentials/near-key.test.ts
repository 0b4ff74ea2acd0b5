import { expect, test } from "vitest";
import { nearKey } from "../../src/credentials/near-key.ts";

const known = ["application_key", "application_secret", "consumer_key", "access_key"];

test.each([
  ["applicationKey", "application_key"],
  ["application-key", "application_key"],
  ["app_key", "application_key"],
  ["app_secret", "application_secret"],
  ["OVH_CONSUMER_KEY", "consumer_key"],
  ["SCW_ACCESS_KEY", "access_key"],
  ["aplication_key", "application_key"],
  ["consumer_keys", "consumer_key"],
  ["something_else", undefined],
  ["description", undefined],
  // What a message repeats must not hold a value.
  ["application_key 0123456789abcdef", undefined],
])("%s was meant to be %s", (word, key) => {
  expect(nearKey(word, known)).toBe(key);
});
