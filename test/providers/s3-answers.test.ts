import { describe, expect, test } from "vitest";
import { readBucketList } from "../../src/providers/s3-answers.ts";

const listOf = (buckets: string, before = ""): string =>
  `<?xml version="1.0"?>${before}<ListAllMyBucketsResult><Owner><ID>me</ID></Owner><Buckets>${buckets}</Buckets></ListAllMyBucketsResult>`;
const read = (text: string) =>
  readBucketList({ status: 200, headers: new Headers(), body: Buffer.from(text), requestId: "id-1", label: "GET S3" });
const bucket = "<Bucket><Name>one</Name><CreationDate>2024-01-01T00:00:00Z</CreationDate></Bucket>";

describe("a bucket list in XML", () => {
  test("is read with its owner, and `&amp;` as what it stands for", () => {
    expect(read(listOf("<Bucket><Name>a&amp;b</Name></Bucket>"))).toEqual({
      ownerId: "me",
      buckets: [{ Name: "a&b" }],
    });
  });

  test("of twenty thousand buckets is read", () => {
    expect(read(listOf(bucket.repeat(20_000))).buckets).toHaveLength(20_000);
  });

  test.each<[string, string, string]>([
    ["more tags than any list", listOf("<a/>".repeat(700_000)), "holds more than 650000 tags"],
    ["a name without end", `<${"a".repeat(5000)}`, "holds a tag or text of more than 4096 characters"],
    ["a long text", listOf(`<Bucket><Name>${"a".repeat(5000)}</Name></Bucket>`), "holds a tag or text of more"],
    ["a long comment", `<!--${"a".repeat(5000)}-->`, "holds a tag or text of more than 4096 characters"],
    ["many megabytes", listOf(`<a>${"b".repeat(4000)}</a>`.repeat(4300)), "is longer than 16 MiB"],
    ["entities of its own", listOf("&b;", '<!DOCTYPE a [<!ENTITY b "c">]>'), "declares a document type"],
  ])("with %s is refused before it is parsed", (_, text, why) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: "INVALID_RESPONSE",
        message: expect.stringContaining(`GET S3 answered with XML that ${why}`),
        requestId: "id-1",
      }),
    );
  });

  test.each<[string, string]>([
    ["nested deep", listOf("<a>".repeat(5000) + "</a>".repeat(5000))],
    ["with names of JavaScript's own", listOf("<__proto__><Bucket/></__proto__><constructor/>")],
  ])("%s is no defect of the plugin, but a wrong answer", (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "INVALID_RESPONSE" }));
  });
});
