import { expect, test } from "vitest";
import { hasNextLink } from "../../../src/listing/paging/link.ts";

test.each<[string, boolean]>([
  ['</servers?page=2&per_page=50&>; rel="next",</servers?page=6&per_page=50&>; rel="last"', true],
  ['</servers?page=6&per_page=50&>; rel="last"', false],
  ['</a>; rel="prev", </b>; rel=next', true],
  ['</b>; title="more"; REL = "prev NEXT"', true],
  ['</next;rel="next">; rel="last"', false],
  ['</b>; rel="nextish"', false],
  ["</b>; rel=next-archive", false],
  ["</b>", false],
  ["", false],
])("%s", (link, expected) => {
  expect(hasNextLink(new Headers(link === "" ? {} : { link }))).toBe(expected);
});
