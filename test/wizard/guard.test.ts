import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { mostBytes } from "../../src/hosts/wizard/read-call.ts";
import { startInProcess, type WizardClient } from "./wizard.ts";

const json = { "Content-Type": "application/json" };
const bearer = ({ token }: WizardClient) => ({ Authorization: `Bearer ${token}` });
const own = (client: WizardClient) => ({ ...json, ...bearer(client), Origin: client.origin });

describe("the wizard's server", () => {
  it("answers its own page, and a program that has the token and names no origin", async () => {
    const { client } = await startInProcess();
    expect((await client.raw({ headers: own(client), body: "{}" })).status).toBe(200);
    expect((await client.raw({ headers: { ...json, ...bearer(client) }, body: "{}" })).status).toBe(200);
    const local = { ...own(client), Host: client.origin.replace("http://127.0.0.1", "localhost") };
    expect((await client.raw({ headers: { ...local, Origin: `http://${local.Host}` }, body: "{}" })).status).toBe(200);
  });

  it.each([
    { name: "a name that was made to point here", host: (port: string) => `attacker.example:${port}` },
    { name: "a name that begins like ours", host: (port: string) => `127.0.0.1.attacker.example:${port}` },
    { name: "another port", host: (port: string) => `127.0.0.1:${Number(port) - 1}` },
    { name: "no port", host: () => "127.0.0.1" },
  ])("turns a Host of $name away before anything else, with the right token too", async ({ host }) => {
    const { client } = await startInProcess();
    const Host = host(new URL(client.origin).port);
    for (const origin of [client.origin, `http://${Host}`]) {
      const turned = await client.raw({ headers: { ...own(client), Origin: origin, Host }, body: "{}" });
      expect(turned.status).toBe(421);
      expect(turned.text).not.toContain("providers");
    }
    const page = await client.raw({ method: "GET", path: "/", headers: { Host } });
    expect(page.status).toBe(421);
    expect(page.text).not.toContain("<script");
  });

  it.each(["http://attacker.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])(
    "refuses the origin %s, and gives no leave when it is asked for",
    async (Origin) => {
      const { client } = await startInProcess();
      const turned = await client.raw({ headers: { ...own(client), Origin }, body: "{}" });
      expect(turned.status).toBe(403);
      const asked = await client.raw({
        method: "OPTIONS",
        headers: { Origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization" },
      });
      expect(asked.status).toBe(405);
      for (const { headers } of [turned, asked]) {
        expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
      }
    },
  );

  it("refuses a browser's word that another site asks, whatever origin it names", async () => {
    const { client } = await startInProcess();
    for (const site of ["cross-site", "same-site", "none"]) {
      const turned = await client.raw({ headers: { ...own(client), "Sec-Fetch-Site": site }, body: "{}" });
      expect(turned.status).toBe(403);
    }
  });

  it("refuses a missing and a wrong token, and says where the link is", async () => {
    const { client } = await startInProcess();
    const { Authorization, ...rest } = own(client);
    const wrong = `${Authorization.slice(0, -1)}${Authorization.endsWith("A") ? "B" : "A"}`;
    for (const headers of [rest, { ...rest, Authorization: wrong }, { ...rest, Authorization: "Bearer " }]) {
      const turned = await client.raw({ headers, body: "{}" });
      expect(turned.status).toBe(401);
      expect(JSON.parse(turned.text).error.message).toContain("open the link that the wizard opened or printed");
    }
    // In a query it would stand in logs and histories: nobody reads it there.
    expect((await client.raw({ path: `/api/state?token=${client.token}`, headers: rest, body: "{}" })).status).toBe(
      401,
    );
  });

  it("refuses what a page of another origin can send without leave", async () => {
    const { client } = await startInProcess();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const foreign = { "Content-Type": type, Origin: "http://attacker.example" };
      expect((await client.raw({ headers: foreign, body: "{}" })).status).toBe(403);
      expect((await client.raw({ headers: { ...own(client), "Content-Type": type }, body: "{}" })).status).toBe(415);
    }
    const { "Content-Type": _type, ...untyped } = own(client);
    expect((await client.raw({ headers: untyped, body: "{}" })).status).toBe(415);
  });

  it("takes calls with POST alone, and pages with GET", async () => {
    const { client } = await startInProcess();
    for (const method of ["GET", "HEAD", "PUT", "DELETE"]) {
      const { status, headers } = await client.raw({ method, headers: own(client) });
      expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "POST" });
    }
    expect((await client.raw({ path: "/", headers: own(client), body: "{}" })).status).toBe(405);
    for (const path of ["/../package.json", "/%2e%2e/package.json", "/api", "/index.html", "/.git/config"]) {
      expect((await client.raw({ method: "GET", path })).status).toBe(404);
    }
  });

  it("refuses a body that is too large, broken or of another form, and repeats nothing of it", async () => {
    const { client } = await startInProcess();
    const headers = own(client);
    const large = await client.raw({
      path: "/api/enter",
      headers,
      body: JSON.stringify({ pasted: "a".repeat(mostBytes) }),
    });
    expect(large.status).toBe(413);
    for (const body of [
      "",
      "{",
      '{"plantedkey":1}',
      '{"values":{"plantedkey":7}}',
      '{"values":"plantedvalue"}',
      "[]",
    ]) {
      const turned = await client.raw({ path: "/api/enter", headers, body });
      expect(turned.status).toBe(400);
      expect(turned.text.replace("values.plantedkey", "")).not.toContain("planted");
    }
    for (const path of ["/api/nothing", "/api/constructor"]) {
      expect((await client.raw({ path, headers, body: "{}" })).status).toBe(404);
    }
    expect(await client.call("state", {})).toHaveProperty("entered", []);
  });

  it("goes on when a caller leaves in the middle of a body", async () => {
    const { client } = await startInProcess();
    const { port, host } = new URL(client.origin);
    const lines = ["POST /api/enter HTTP/1.1", `Host: ${host}`, `Authorization: Bearer ${client.token}`];
    const head = [...lines, "Content-Type: application/json", "Content-Length: 1000", "", "{"].join("\r\n");
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(head, () => socket.destroy()));
      socket.once("close", () => resolve());
    });
    expect(await client.call("state", {})).toHaveProperty("entered", []);
  });

  it("gives the page to everybody, with nothing secret in it and nothing that it may load from elsewhere", async () => {
    const { client } = await startInProcess();
    const page = await client.raw({ method: "GET", path: "/" });
    expect(page.status).toBe(200);
    const files = [...page.text.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path]) => path ?? "");
    expect(files.length).toBeGreaterThan(0);
    const answers = [page, ...(await Promise.all(files.map((path) => client.raw({ method: "GET", path }))))];
    for (const { status, text, headers } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain(client.token);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      );
    }
  });
});
