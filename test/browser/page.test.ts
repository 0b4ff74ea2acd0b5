import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { openStrictPage } from "./strict-page.ts";

const openPage = pagesInChromium();
const built = (path: string): string => readFileSync(new URL(`../../dist/${path}`, import.meta.url), "utf8");

it("is loaded as it is by a page that allows nothing but its own scripts", async (context) => {
  const page = await openPage(context);
  const script = `
    import { configForms, credentialSchema, recognise, validateConfig } from "/browser.js";
    import { manifest } from "/manifest.js";
    const { inventory, values } = recognise("SCW_ACCESS_KEY=SCW0123456789ABCDEFG\\r\\nSCW_SECRET_KEY='7363616c-6577-6573-6862-6f7579616161'");
    const project = { scw_project_id: "6170692e-7363-616c-6577-61792e636f6d" };
    document.querySelector("output").textContent = JSON.stringify({
      inventory,
      valid: validateConfig(inventory, { ...values, ...project }).valid,
      refused: validateConfig(inventory, { ...values, ...project, kinds: "scaleway.secert.*" }).problems[0].code,
      fields: Object.keys(credentialSchema("scaleway-api-key").properties).length === Object.keys(configForms.scaleway.keys).length,
      inventories: manifest.inventories.length,
    });
  `;
  const complaints = await openStrictPage(page, {
    "/": '<!doctype html><html lang="en"><title>Entry</title><output></output><script type="module" src="/page.js"></script>',
    "/page.js": script,
    "/browser.js": built("browser.js"),
    "/manifest.js": built("hosts/module/manifest.gen.js"),
  });
  const said = await page.locator("output:not(:empty)").textContent();
  expect(JSON.parse(said ?? "")).toEqual({
    inventory: "scaleway",
    valid: true,
    refused: "no-such-kind",
    fields: true,
    inventories: 3,
  });
  expect(complaints.filter((text) => !/favicon|404/.test(text))).toEqual([]);
});
