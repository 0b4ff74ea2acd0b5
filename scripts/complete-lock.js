// Adds the optional packages of other platforms to package-lock.json. A registry mirror that lacks them makes npm leave
// them out, and then `npm ci` refuses the lock file on every machine. Run it after an install that changed the lock file.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64"];

const added = {};
for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    if (path in lock.packages) continue;
    const words = name.split(/[-/]/);
    const os = systems.find((system) => words.includes(system));
    const cpu = processors.find((processor) => words.includes(processor));
    if (os === undefined || cpu === undefined) throw new Error(`${name} names no platform that is known here`);
    const libc = words.includes("musl") ? { libc: ["musl"] } : words.includes("gnu") ? { libc: ["glibc"] } : {};
    added[path] = { version, cpu: [cpu], dev: true, ...libc, optional: true, os: [os] };
  }
}
const sorted = Object.entries({ ...lock.packages, ...added }).sort(([one], [other]) => (one < other ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} packages added`);
