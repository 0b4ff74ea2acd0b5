// Writes vendor/*.json: what the vendors' own sources say of the lists that a kind can read. It needs those sources, which are
// not part of the repository (../shared) and the development dependency @scaleway/sdk; everything else works from the files.
// With --check nothing is written, and a difference ends with exit status 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compactJson } from "./vendor/compact.js";
import { ovhcloudExtract } from "./vendor/ovhcloud.js";
import { scalewayExtract } from "./vendor/scaleway.js";
import { hasShared } from "./vendor/sources.js";

const isCheck = process.argv.includes("--check");

if (hasShared) writeAll();
else skip();

function skip() {
  console.log("skipped: needs ../shared (the vendors' schemas and recordings), which is not part of the repository");
  if (!isCheck) process.exitCode = 1;
}

function writeAll() {
  const folder = new URL("../vendor/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, extract] of [
    ["ovhcloud.json", ovhcloudExtract],
    ["scaleway.json", scalewayExtract],
  ]) {
    const text = compactJson(extract());
    const file = new URL(name, folder);
    const isSame = existsSync(file) && readFileSync(file, "utf8") === text;
    console.log(
      `vendor/${name}: ${(text.length / 1024).toFixed(0)} KiB${isSame ? "" : isCheck ? ", differs" : ", written"}`,
    );
    if (isSame) continue;
    if (isCheck) process.exitCode = 1;
    else writeFileSync(file, text);
  }
}
