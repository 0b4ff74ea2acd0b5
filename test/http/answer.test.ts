import { describe, expect, test } from "vitest";
import { type Answer, fieldsOf, parseJson } from "../../src/http/answer.ts";

const answer = (text: string): Answer => ({
  status: 200,
  headers: new Headers(),
  body: Buffer.from(text),
  requestId: "id-1",
  label: "GET /thing",
});

describe("a body", () => {
  test.each<[string, unknown]>([
    ['{"a":[1,null]}', { a: [1, null] }],
    ["[]", []],
    ['"\u00e9"', "\u00e9"],
    ["\ufeff{}", {}],
  ])("%s is read as JSON", (text, value) => {
    expect(parseJson(answer(text))).toEqual(value);
  });

  test.each(["", "secret", '{"a":"secret', '{"a":1} secret', "<html>secret</html>", "[1,2,"])(
    "%j is not one whole document, and is not quoted",
    (text) => {
      expect(() => parseJson(answer(text))).toThrow(
        expect.objectContaining({
          code: "INVALID_RESPONSE",
          message: "GET /thing answered with something that is not one whole JSON document",
          requestId: "id-1",
        }),
      );
    },
  );

  test.each<[string, unknown]>([
    ['{"type":"denied"}', { type: "denied" }],
    ["[1]", {}],
    ["null", {}],
    ["<html>", {}],
    ["", {}],
  ])("%j of a refusal has the fields %j", (text, fields) => {
    expect(fieldsOf(answer(text))).toEqual(fields);
  });
});
