import { describe, expect, test } from "vitest";
import { openStore } from "../../src/hosts/fleet/open-store.ts";
import { readS3Settings } from "../../src/object-storage/settings.ts";

const never = new AbortController().signal;

describe("what is no place of snapshots", () => {
  const environment = {
    AWS_REGION: "eu-west-3",
    AWS_ACCESS_KEY_ID: "id",
    AWS_SECRET_ACCESS_KEY: "secret",
  };
  test.each([
    ["gs://bucket/x", "--snapshots: gs://bucket/x is neither a folder nor s3://…"],
    ["s3://", "s3:// names no bucket; s3://BUCKET/PREFIX is meant"],
    ["s3://Bucket/x", "s3://Bucket/x names no bucket; s3://BUCKET/PREFIX is meant"],
    ["s3://bucket/a/../b", "s3://bucket/a/../b: a prefix is made of"],
    ["s3://bucket/a//b", "s3://bucket/a//b: a prefix is made of"],
    ["s3://bucket/a b", "s3://bucket/a b: a prefix is made of"],
  ])("%s is refused", async (place, message) => {
    await expect(openStore(place, { environment, signal: never }, { makesFolder: true })).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringContaining(message),
    });
  });

  test.each([
    [{ AWS_REGION: "" }, "AWS_REGION or AWS_DEFAULT_REGION is missing"],
    [{ AWS_ACCESS_KEY_ID: "" }, "AWS_ACCESS_KEY_ID is missing"],
    [{ AWS_SECRET_ACCESS_KEY: "" }, "AWS_SECRET_ACCESS_KEY is missing"],
    [{ AWS_SECRET_ACCESS_KEY: "two\nlines" }, "AWS_SECRET_ACCESS_KEY holds a space or a line break"],
    [{ AWS_ENDPOINT_URL_S3: "minio:9000" }, "AWS_ENDPOINT_URL_S3 must be an origin"],
    [{ AWS_ENDPOINT_URL: "https://minio/s3" }, "AWS_ENDPOINT_URL must be an origin"],
  ])("%j names the variable", async (wrong, message) => {
    const opened = openStore(
      "s3://bucket/x",
      { environment: { ...environment, ...wrong }, signal: never },
      { makesFolder: true },
    );
    await expect(opened).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringContaining(message),
    });
  });

  test("the endpoint is that of AWS where none is named, and the one for S3 alone comes first", () => {
    const endpointOf = (more: object): string => readS3Settings({ ...environment, ...more }).endpoint.href;
    expect(endpointOf({})).toBe("https://s3.eu-west-3.amazonaws.com/");
    const both = { AWS_ENDPOINT_URL: "https://one.test", AWS_ENDPOINT_URL_S3: "https://two.test" };
    expect(endpointOf(both)).toBe("https://two.test/");
    expect(endpointOf({ AWS_REGION: undefined, AWS_DEFAULT_REGION: "a-1" })).toBe("https://s3.a-1.amazonaws.com/");
  });
});
