import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { startInProcess } from "./wizard.ts";

const openPage = pagesInChromium();

/** A page of somebody else's on this machine: another port is another origin. */
async function foreignOrigin(html = "<!DOCTYPE html><title>Foreign</title>"): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

interface Try {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mode?: string;
}

/** What a script of the page gets to know of a POST. */
function post(page: Page, { url, ...rest }: Try): Promise<string> {
  const request = JSON.stringify({ method: "POST", body: "{}", ...rest });
  return page.evaluate(`fetch(${JSON.stringify(url)}, ${request}).then(
    async (response) => response.type + " " + response.status + " " + (await response.text()).slice(0, 20),
    String,
  )`);
}

/** A form can be sent anywhere without leave, and its text can be made to look like JSON. */
const sendForm = (url: string): string => `{
  const form = document.createElement("form");
  Object.assign(form, { method: "POST", action: ${JSON.stringify(url)}, enctype: "text/plain" });
  form.innerHTML = \`<input name='{"inventory":"scaleway","a' value='":1}'>\`;
  document.body.append(form);
  form.submit();
}`;

/** Tries to bring a script, a style and a request into the page, and tells what its policy stopped. */
const injection = (elsewhere: string): string => `(async () => {
  const violations = new Set();
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violations.add(effectiveDirective));
  const inline = document.createElement("script");
  inline.textContent = "document.title = 'injected'";
  const styled = document.createElement("style");
  styled.textContent = "body { color: red }";
  const image = document.createElement("img");
  image.src = ${JSON.stringify(elsewhere)};
  document.body.append(inline, styled, image);
  document.body.insertAdjacentHTML("beforeend", "<button id='planted' onclick=\\"document.title='injected'\\">x</button>");
  document.querySelector("#planted").click();
  await fetch(${JSON.stringify(elsewhere)}, { mode: "no-cors" }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  return { title: document.title, violations: [...violations] };
})()`;

describe("in a browser with its web security on", () => {
  it("no page of another origin reads or changes anything, the token in hand or not", async (context) => {
    const page = await openPage(context);
    const { client } = await startInProcess();
    await client.call("choose", { inventory: "ovh" });
    await page.goto(await foreignOrigin());
    const url = `${client.origin}/api/choose`;
    const json = { "Content-Type": "application/json" };
    const withToken = { ...json, Authorization: `Bearer ${client.token}` };
    expect(await post(page, { url, headers: withToken })).toContain("Failed to fetch");
    expect(await post(page, { url, headers: json })).toContain("Failed to fetch");
    expect(await post(page, { url, headers: { "Content-Type": "text/plain" } })).toContain("Failed to fetch");
    // Sent without a question before it, and refused; what is answered is kept from the page all the same.
    expect(await post(page, { url, headers: { "Content-Type": "text/plain" }, mode: "no-cors" })).toContain(
      "Failed to fetch",
    );
    await page.evaluate(sendForm(url));
    await page.waitForURL(url);
    expect(await page.textContent("body")).toContain("calls are made by the wizard's own page");
    expect((await client.call("state", {})).chosen).toEqual({ inventory: "ovh" });
  });

  it("the same script does read from a page of its own origin: what failed above failed for its origin", async (context) => {
    const page = await openPage(context);
    const { client } = await startInProcess();
    await page.goto(`${client.origin}/`);
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${client.token}` };
    expect(await post(page, { url: `${client.origin}/api/state`, headers })).toMatch(/^basic 200 \{"version"/);
  });

  it("nobody frames the page", async (context) => {
    const page = await openPage(context);
    const { client } = await startInProcess();
    await page.goto(await foreignOrigin(`<!DOCTYPE html><iframe src="${client.origin}/"></iframe>`));
    const [, frame] = page.frames();
    expect(frame?.url()).toContain("chrome-error:");
  });

  it("the page's policy stops a script that was put into it, and what it would load or send", async (context) => {
    const page = await openPage(context);
    const { client } = await startInProcess();
    const elsewhere = await foreignOrigin();
    await page.goto(`${client.origin}/`);
    const stopped = await page.evaluate<{ title: string; violations: string[] }>(injection(elsewhere));
    expect(stopped.title).not.toBe("injected");
    expect(stopped.violations).toEqual(
      expect.arrayContaining(["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-elem"]),
    );
  });

  it("the page takes the token out of its address, keeps it through a reload, and a second tab is told where the link is", async (context) => {
    const page = await openPage(context);
    const { client, wizard } = await startInProcess();
    await page.goto(wizard.link);
    await page.waitForURL(`${client.origin}/`);
    await page.reload();
    await page.getByText("OVHcloud").first().waitFor();
    const [second] = await Promise.all([
      page.context().waitForEvent("page"),
      page.evaluate(`void window.open("/", "_blank", "noopener")`),
    ]);
    // It may still be empty, without a body to look into.
    await second.getByText("terminal").first().waitFor();
    expect(await second.textContent("body")).toMatch(/link/);
    expect(await page.context().cookies()).toEqual([]);
  });
});
