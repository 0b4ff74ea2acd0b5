/**
 * `npm run fleet:demo`: two nights of a made-up fleet on embedded emulators. It looks for no credentials and reaches nothing but loopback, and the
 * Postgres of `DATABASE_URL` where that is set: the second night is read once more there, by three workers.
 */
import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulators, madeUpFleet, startEmulators } from "../emulator/index.ts";
import { exitCodes } from "../hosts/cli/exit-codes.ts";
import { main } from "../hosts/cli/main.ts";
import { runAsProcess } from "../hosts/cli/process.ts";
import { sayError } from "../hosts/cli/terminal.ts";
import { asInventoryError } from "../inventory/errors.ts";
import { compareNights, nightOnDatabase } from "./fleet-demo-on-database.ts";

const fleet = madeUpFleet(Date.now());
const emulators = await startEmulators(fleet.options);
await runAsProcess(async (terminal) => {
  const say = (text: string): unknown => terminal.stderr.write(`${text}\n`);
  const folder = await mkdtemp(join(tmpdir(), "cloud-inventory-fleet-"));
  const [customers, snapshots] = [join(folder, "customers"), join(folder, "snapshots")];
  const count = await writeConfigs(customers, emulators);
  say(
    `A made-up fleet of ${count} inventories, on embedded emulators (${emulators.url}), no real accounts:\n${customers}\n`,
  );
  // Made-up accounts are not worth remembering.
  const environment = { ...emulators.environment, CLOUD_INVENTORY_STATE_DIR: "off" };
  const night = (...words: readonly string[]) =>
    main(["fleet", "run", customers, "--snapshots", snapshots, ...words], { ...terminal, environment });

  const firstSummary = join(folder, "first-night.txt");
  say("The first night.");
  const first = await night("--output", firstSummary);
  // One credential is refused each night, and that is the worst there is.
  if (first !== exitCodes.refusedCredential) return first;
  fleet.passNight();
  say(`What came of it: ${firstSummary}\n\nThe second night, and what it comes to in the morning:\n`);
  const second = await night();
  if (second !== exitCodes.refusedCredential) return second;

  const changed = join(snapshots, fleet.changing, "scaleway");
  const [before = "", after = ""] = (await readdir(changed)).toSorted().map((name) => join(changed, name));
  say(
    `\nThe run ends with status ${second}: the worst of all, here the refused credential. A snapshot of each inventory and night is in\n` +
      `${snapshots}\n\nWhat to do next: see what changed, and look at a customer in a browser\n` +
      `  node dist/bin/cloud-inventory.js diff ${before} ${after}\n` +
      `  node dist/bin/cloud-inventory.js report --previous ${before} -o ${join(folder, "report.html")} ${after}`,
  );
  const { DATABASE_URL } = terminal.environment;
  if (!DATABASE_URL) return exitCodes.complete;
  say(
    "\nThe second night once more, by three workers on the database of DATABASE_URL. What they write there stays, in its schemas\n" +
      "cloud_inventory and pgboss: name one that nothing else uses, such as one that you drop afterwards.",
  );
  const demo = { customers, snapshots, onDatabase: join(folder, "snapshots-of-workers") };
  const surroundings = {
    ...terminal,
    environment: { ...environment, DATABASE_URL, PATH: terminal.environment["PATH"] },
  };
  const status = await nightOnDatabase(demo, surroundings).catch((thrown: unknown) => {
    sayError(terminal, asInventoryError(thrown));
    return undefined;
  });
  if (status === undefined) return exitCodes.failure;
  say(status);
  const { same, untold, different } = await compareNights(demo, surroundings);
  say(`diff between the two: no difference in ${same} inventories`);
  if (untold.length > 0) say(`  in what was read of ${untold.join(", ")} neither; both lack the same lists`);
  if (different.length > 0) say(`  ${different.join(", ")} differ`);
  return different.length === 0 ? exitCodes.complete : exitCodes.failure;
});
await emulators.close();

/** A folder for each customer, and in it a config of each inventory. */
async function writeConfigs(folder: string, { accounts }: Emulators): Promise<number> {
  const inventories = fleet.inventories(accounts);
  for (const { customer, name, ...entry } of inventories) {
    await mkdir(join(folder, customer), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, customer, `${name}.json`), `${JSON.stringify(entry, null, 2)}\n`, { mode: 0o600 });
  }
  return inventories.length;
}
