import { expect, test } from "vitest";
import { configsOf, startCloud } from "../cli/run.ts";
import { expectEnd, logOf, startPlugin } from "./child.ts";

test("whatever is printed goes to the log and not into the stream", async () => {
  const cloud = await startCloud();
  const preload = `
    const { log } = console;
    const { stdout } = process;
    const { write } = stdout;
    setInterval(() => {
      // What is printed before the first line of ours runs cannot be kept back.
      if (stdout.write === write) return;
      log("polluted by a saved console.log");
      console.info("polluted by console");
      stdout.write("polluted by a saved stream");
      process.stdout.write(Buffer.from("polluted by bytes"));
      process.stdout.end("polluted at the end");
    }, 1);`;
  const plugin = startPlugin("scaleway", cloud, {
    files: { "preload.cjs": preload },
    // The one way into a single executable: its arguments are all ours.
    environment: { NODE_OPTIONS: "--require {folder}/preload.cjs" },
  });
  expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
  const answer = await plugin.list();
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.messages.length).toBeGreaterThan(0);
  plugin.hangUp();
  await expectEnd(plugin);
  expect(plugin.stderr()).toContain("polluted by a saved console.log");
  expect(plugin.stderr()).toContain("polluted by bytes");
  await cloud.close();
});

test("a warning of Node's is a line of the log, without its text", async () => {
  const cloud = await startCloud();
  // As soon as somebody listens: what comes before is Node's to print, and when the listener comes is nobody's to guess.
  const preload = `
    process.on("newListener", (event) => {
      if (event === "warning") process.emitWarning("planted", "LateWarning");
    });`;
  const plugin = startPlugin("scaleway", cloud, {
    files: { "preload.cjs": preload },
    environment: { NODE_OPTIONS: "--require {folder}/preload.cjs" },
  });
  expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
  expect(await logOf(plugin)).toContainEqual(
    expect.objectContaining({ event: "process.warning", level: "warn", name: "LateWarning" }),
  );
  expect(plugin.stderr()).not.toContain("planted");
  await cloud.close();
});
