// Part of `npm run build`: the manifest names these programs as what a control plane starts, and tsc writes them as plain files.
import { chmodSync, readFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const { bin } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
for (const program of Object.values(bin)) chmodSync(new URL(program, root), 0o755);
