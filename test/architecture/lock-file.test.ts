import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
const packages: Readonly<Record<string, Locked>> = JSON.parse(text).packages;

it("locks the optional packages of every platform, without which `npm ci` refuses it (scripts/complete-lock.js)", () => {
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(optional.length).toBeGreaterThan(0);
  expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
});

it("names no registry", () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});
