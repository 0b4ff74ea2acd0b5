import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { sayError, type Terminal } from "../../src/hosts/cli/terminal.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

function said(error: InventoryError, isTTY = false): string {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const terminal: Terminal = {
    environment: {},
    stdout: new PassThrough(),
    stderr,
    signal: new AbortController().signal,
  };
  sayError(terminal, error);
  return String(stderr.read());
}

test("an error is one line, and a second one where it is known what to do", () => {
  expect(said(new InventoryError("UNAUTHENTICATED", "the key has expired"))).toBe("error: the key has expired\n");
  const advice = { check: "credential.expiry", remediation: "make another\nkey" };
  expect(said(new InventoryError("UNAUTHENTICATED", "the key has expired", { advice }))).toBe(
    "error: the key has expired\nfix: make another\ufffdkey (docs/preflight.md#credentialexpiry)\n",
  );
});

test("on a terminal its first word has a colour", () => {
  const error = new InventoryError("UNAUTHENTICATED", "the key has expired");
  expect(said(error, true)).toBe("\u001b[31merror\u001b[39m: the key has expired\n");
});
