import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tools } from "./tools.ts";

const root = join(import.meta.dirname, "../../..");
const path = join(root, "packages/fleet/Containerfile");

const instructions = readFileSync(path, "utf8")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({ word: line.split(" ", 1)[0] ?? "", rest: line.slice(line.indexOf(" ") + 1) }));
const all = (word: string): string[] => instructions.filter((one) => one.word === word).map(({ rest }) => rest);

it("is of Node 22, slim", () => {
  expect(all("FROM")).toEqual(["docker.io/library/node:22-slim AS build", "docker.io/library/node:22-slim"]);
});

it("takes from a checkout what is there, and nothing that was installed or built in it", () => {
  const taken = all("COPY").filter((rest) => !rest.startsWith("--from="));
  const sources = taken.flatMap((rest) => rest.split(" ").slice(0, -1));
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  const tracked = execFileSync("git", ["ls-files", "--", ...sources], { cwd: root, encoding: "utf8" }).split("\n");
  expect(sources.filter((source) => !tracked.some((file) => file === source || file.startsWith(`${source}/`)))).toEqual(
    [],
  );
  expect(sources.filter((source) => /node_modules|dist|^\.$/.test(source))).toEqual([]);
});

it("leaves the program where it is started, for a user who is not root", () => {
  const { bin } = JSON.parse(readFileSync(join(root, "packages/fleet/package.json"), "utf8"));
  expect(all("ENTRYPOINT")).toEqual([
    JSON.stringify(["node", `/app/node_modules/cloud-inventory-fleet/${bin["cloud-inventory-fleet"]}`]).replace(
      ",",
      ", ",
    ),
  ]);
  const last = instructions.slice(instructions.findLastIndex(({ word }) => word === "FROM"));
  const users = last.filter(({ word }) => word === "USER").map(({ rest }) => rest);
  expect(users).toEqual(["1000:1000"]);
  expect(last.some(({ word }) => word === "RUN")).toBe(false);
});

it.skipIf(!tools.hadolint)("hadolint finds nothing", () => {
  const { status, stdout } = spawnSync("hadolint", [path], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
