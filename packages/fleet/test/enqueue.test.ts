import { main } from "cloud-inventory-plugin/fleet";
import { describe, expect, it } from "vitest";
import { fleetEngine } from "../src/index.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { smallFleet } from "./small-fleet.ts";
import { terminalOf } from "./terminal.ts";

describe("the night that somebody asks for", () => {
  const refusal = async (...words: readonly string[]) => {
    // What passes meets a database that nobody has named.
    const { terminal, stderr } = terminalOf({});
    return [await main(["fleet", ...words], { ...terminal, fleetEngine }), stderr()];
  };
  const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const unset = expect.stringContaining("DATABASE_URL is not set");

  it.each([
    "tomorrow",
    "2026-02-29T02:00:00Z",
    "2026-04-31T02:00:00+02:00",
    "2026-11-26T24:00:00Z",
    "2026-13-01T02:00:00Z",
    "2026-11-26T02:60:00Z",
    "2026-11-26T02:00:00",
    "2026-11-26",
  ])("is an instant of a day that there is, and not %s", async (night) => {
    const said = "error: --night has to be an instant, such as 2026-11-26T02:00:00Z\n";
    expect(await refusal("enqueue", import.meta.dirname, "--night", night)).toEqual([2, said]);
    expect(await refusal("status", "--night", night)).toEqual([2, said]);
  });

  it("is not to come, which would hide all that are before it", async () => {
    const night = inMs(300_000);
    expect(await refusal("enqueue", import.meta.dirname, "--night", night)).toEqual([
      2,
      `error: --night is later than now: ${night}\n`,
    ]);
    expect(await refusal("status", "--night", night)).toEqual([2, unset]);
    // As far as the clocks of two machines may be from each other.
    for (const passing of [inMs(20_000), "2024-02-29T23:59:59.5+05:30"]) {
      expect((await refusal("enqueue", import.meta.dirname, "--night", passing))[1]).not.toContain("--night");
    }
  });
});

describe.skipIf(noPostgres !== undefined)("fleet enqueue", () => {
  const postgres = usePostgres();

  it("says of which night, and that it is another one each time where none is named", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres), smallFleet(1));
    const said = async (...words: readonly string[]) =>
      (await fleet.run("enqueue", fleet.customers, ...words)).stderr.replaceAll(/\d{4}-\S+Z/g, "NIGHT");
    const another = "; asking again is for another night, unless --night names this one\n";
    expect(await said()).toBe(`asked for 1 inventory of the night NIGHT${another}`);
    expect(await said()).toBe(`asked for 1 inventory of the night NIGHT${another}`);
    const night = ["--night", "2026-11-26T02:00:00Z"];
    expect(await said(...night)).toBe("asked for 1 inventory of the night NIGHT\n");
    expect(await said(...night)).toBe("asked for 0 inventories of the night NIGHT; 1 had been asked for before\n");
  });
});
