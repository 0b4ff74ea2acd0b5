import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Of a request that is refused nothing is written, so it is run where the repository is. */
function refused(words: readonly string[]): string {
  const options = { cwd: root, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/new-kind.js", ...words], options);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  return stderr;
}

const family = ["--family", "account"];

describe("new-kind refuses, by name and with what mends it,", () => {
  it.each<[string, readonly string[], string]>([
    ["no id", [], "npm run new-kind -- <kind id>"],
    ["an id in another form", ["Scaleway.Hub", "--list", "/x", ...family], "Scaleway.Hub is no id of a kind"],
    ["another cloud", ["hetzner.server", "--list", "/x", ...family], "docs/adding-a-provider.md"],
    ["no family", ["ovh.spare", "--list", "/vps"], "  databases "],
    ["an unknown family", ["ovh.spare", "--list", "/vps", "--family", "database"], 'did you mean "databases"?'],
    ["an unknown option", ["ovh.spare", "--parent", "ovh.vps"], "--parent"],
    ["a kind that exists", ["ovh.vps", "--list", "/vps", ...family], "ovh.vps is a kind already"],
    ["a list that is read", ["ovh.spare", "--list", "/vps", ...family], "ovh.vps reads /vps already"],
  ])("%s", (_what, words, says) => {
    expect(refused(words)).toContain(says);
  });
});
