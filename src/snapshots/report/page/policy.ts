import { createHash } from "node:crypto";

/** What stands between the tags of a page's own styles and scripts, exactly. */
export interface InlineSources {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * A Content-Security-Policy under which a page runs and looks like what was written into it and nothing else, whatever markup gets into it:
 * each style and script is named by its digest (https://www.w3.org/TR/CSP3/#grammardef-hash-source), nothing is fetched or sent, and no
 * script turns text into markup (https://www.w3.org/TR/trusted-types/).
 */
export function contentSecurityPolicy({ styles, scripts }: InlineSources): string {
  return [
    "default-src 'none'",
    `script-src ${digests(scripts)}`,
    `style-src ${digests(styles)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function digests(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'";
  return texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`).join(" ");
}
