import { wizardPage } from "./page.gen.ts";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** The files of the page by their paths; nothing in them is secret. */
export const pageFiles: ReadonlyMap<string, PageFile> = new Map(
  Object.entries(wizardPage).flatMap(([name, text]): readonly (readonly [string, PageFile])[] => {
    const file = { type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream", text };
    return name === "index.html" ? [["/", file]] : [[`/${name}`, file]];
  }),
);

/**
 * What every answer carries: the page may load and call nothing but this server, run no script that stands in it, and be framed by nobody.
 */
export const safeHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};
