import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { startServer } from "../http/server.ts";

type Values = Readonly<Record<string, string>>;

/** The libraries that make a form, each with its own validator and with that of the newer draft. */
export const libraries = ["rjsf/7", "rjsf/2020-12", "jsonforms/7", "jsonforms/2020-12"] as const;
export type Library = (typeof libraries)[number];

/** A form in a browser, as a person uses it. */
export interface ConfigForm {
  readonly page: Page;
  /** What the page wrote to its console; a schema that cannot be compiled shows there. */
  readonly complaints: readonly string[];
  /** Types a value key by key behind what is in its field, or chooses it from a list. */
  type(key: string, text: string): Promise<void>;
  /** Puts these values in place of all others. */
  fill(values: Values): Promise<void>;
  /** Chooses a kind of credential by its title. */
  choose(title: string): Promise<void>;
  /** What the form holds. */
  data(): Promise<Values>;
  /** What one field shows; the words of an open list. */
  shown(key: string): Promise<string>;
  /** Submits it: no errors where the form's own validator takes what it holds. */
  submit(): Promise<readonly string[]>;
}

/** Bundles form-page.ts once for all forms. */
export async function bundleFormPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("form-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Serves the page on loopback and opens it with a schema. */
export async function openForm(page: Page, script: string, schema: string, library: Library): Promise<ConfigForm> {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const { origin } = await startServer((response, { url }) => {
    const [type, body] = url === "/form.js" ? ["text/javascript", script] : ["text/html", pageOf(schema)];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await page.goto(`${origin}/?${library}`);

  const isOfRjsf = library.startsWith("rjsf");
  const field = (key: string) =>
    page.locator(
      isOfRjsf ? `[name="root_${key}"]` : `[id="#/properties/${key}-input"], [id="#/properties/${key}"] select`,
    );
  const isList = async (key: string) => (await field(key).and(page.locator("select")).count()) > 0;
  const data = async (): Promise<Values> => JSON.parse((await page.locator("#data").textContent()) ?? "");

  return {
    page,
    complaints,
    data,
    async type(key, text) {
      if (await isList(key)) await field(key).selectOption({ label: text });
      else await field(key).pressSequentially(text);
    },
    async fill(values) {
      const before = await data();
      for (const key of new Set([...Object.keys(before), ...Object.keys(values)])) {
        const text = values[key] ?? "";
        if ((before[key] ?? "") === text) continue;
        if (await isList(key)) await field(key).selectOption({ label: text });
        else await field(key).fill(text);
      }
    },
    async choose(title) {
      await page.locator(isOfRjsf ? "#root__anyof_select" : "#choice").selectOption({ label: title });
    },
    async shown(key) {
      // The words of JSON Forms' lists are their values; those of rjsf are numbers.
      if (!isOfRjsf || !(await isList(key))) return field(key).inputValue();
      return (await field(key).locator("option:checked").textContent()) ?? "";
    },
    async submit() {
      // By key: a field of JSON Forms that is left takes its description away, and the button moves from under the pointer.
      await page.locator("button[type=submit]").press("Enter");
      const verdict = await page.locator("#verdict:not(:empty)").textContent();
      return verdict === "valid" ? [] : (verdict ?? "").split("\n");
    },
  };
}

function pageOf(schema: string): string {
  return [
    "<!doctype html><title>Config</title>",
    `<script type="application/json" id="schema">${schema.replaceAll("<", "\\u003c")}</script>`,
    '<main id="form"></main><output id="verdict"></output><output id="data">{}</output>',
    '<script src="/form.js"></script>',
  ].join("\n");
}
