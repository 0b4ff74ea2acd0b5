import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { openRecording } from "../../src/hosts/cli/record.ts";
import { run } from "./run.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("the folder", () => {
  const answer = {
    status: 200,
    headers: new Headers(),
    body: new TextEncoder().encode("[]"),
    requestId: undefined,
    label: "",
  };
  const request = (path: string) =>
    ({ method: "GET", url: new URL(`https://api.test${path}`), headers: {}, label: "" }) as const;

  test("holds so many answers of a route, and says how many more were read", async () => {
    const path = join(newFolder(), "answers");
    const recording = await openRecording(path, "discover");
    const observer = recording.observerOf("ovh");
    for (let id = 0; id < 507; id += 1) observer.answered(request(`/1.0/vps/vps-${id}`), answer);
    observer.unanswered(request("/1.0/vps"), "network");
    expect(existsSync(path)).toBe(false);
    await recording.finish([]);
    const route = JSON.parse(readFileSync(join(path, "ovh", "vps_ID.json"), "utf8"));
    expect(route).toMatchObject({ answersRead: 507, answersLeftOut: 7 });
    expect(route.responses).toHaveLength(500);
    expect(JSON.parse(readFileSync(join(path, "ovh", "vps.json"), "utf8")).responses).toEqual([
      { url: "/vps", unanswered: "network" },
    ]);
  });

  test("keeps two inventories of one provider apart, and each is replayed alone", async () => {
    const path = join(newFolder(), "answers");
    const recording = await openRecording(path, "discover");
    for (const observer of [recording.observerOf("ovh"), recording.observerOf("ovh")])
      observer.answered(request("/1.0/vps"), answer);
    await recording.finish([]);
    expect(readdirSync(path).toSorted()).toEqual(["about.json", "ovh", "ovh.2"]);
    await expect(startEmulator({ replay: path })).rejects.toThrow(/two inventories of one provider/);
    await (await startEmulator({ replay: join(path, "ovh.2") })).close();
    const ended = await run(["emulator", "--replay", path]);
    expect(ended).toMatchObject({
      code: 2,
      stderr: `error: --replay: ${path} holds two inventories of one provider; name the folder of one, such as its ovh.2\n`,
    });
  });
});
