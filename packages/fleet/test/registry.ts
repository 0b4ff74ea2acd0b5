import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";

/** A package of a checkout, as npm asks for it. */
interface Installed {
  readonly folder: string;
  readonly manifest: { readonly name: string; readonly version: string };
}

/** What is installed in checkouts, served as npm's registry would: nothing leaves this machine. */
export async function startRegistry(checkouts: readonly string[]) {
  const packages = checkouts.flatMap(installedIn);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/").slice(1);
    const file = packages.find(({ manifest }) => path === fileOf(manifest));
    if (file !== undefined) {
      const { folder } = file;
      const tar = spawn("tar", ["-cz", "-C", dirname(folder), "--exclude=*/node_modules", basename(folder)]);
      tar.stdout.pipe(response);
      return;
    }
    const found = packages.filter(({ manifest }) => manifest.name === path);
    const versions = found.map(({ manifest }) => [
      manifest.version,
      { ...manifest, dist: { tarball: `${url}/${fileOf(manifest)}` } },
    ]);
    response.statusCode = found.length === 0 ? 404 : 200;
    response.end(JSON.stringify({ name: path, "dist-tags": {}, versions: Object.fromEntries(versions) }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async close() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

function fileOf({ name, version }: Installed["manifest"]): string {
  return `${name}/-/${version}.tgz`;
}

/** What a lock file says that its package needs when it runs, and is there: packages of other systems are not. */
function installedIn(checkout: string): Installed[] {
  const { packages } = JSON.parse(readFileSync(join(checkout, "package-lock.json"), "utf8"));
  return Object.entries<{ dev?: boolean; link?: boolean }>(packages)
    .filter(([path, { dev, link }]) => path.startsWith("node_modules/") && dev !== true && link !== true)
    .map(([path]) => join(checkout, path))
    .filter((folder) => existsSync(folder))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) }));
}
