import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { startServer } from "../http/server.ts";

/** What a page of a control plane allows: its own scripts, and no code that is made on the way. */
const strictPolicy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'";

/** Bundles a program for a browser. */
export async function bundleForBrowser(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/**
 * Serves a page with a strict policy on loopback, and opens it.
 *
 * @param files by path; `/` is the page.
 * @returns what it wrote to its console, such as what the policy forbade.
 */
export async function openStrictPage(page: Page, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const { origin } = await startServer((response, { url = "" }) => {
    const body = files[url];
    const type = url.endsWith(".js") ? "text/javascript" : "text/html";
    const headers = { "content-type": `${type}; charset=utf-8`, "content-security-policy": strictPolicy };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  await page.goto(origin);
  return complaints;
}
