import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { sayError, type Terminal } from "../../src/hosts/cli/terminal.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

function said(error: InventoryError): string {
  const stderr = new PassThrough();
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
