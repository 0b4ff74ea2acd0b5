import { expect } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { type AtTerminal, atTerminal, keys, type TerminalOptions } from "./at-terminal.ts";
import { configsOf, placesOf, run, startCloud } from "./run.ts";

const { enter, down } = keys;
/** What the terminal may never show. */
export const hidden: string[] = [];
export let emulator: Emulator;
export let person: AtTerminal;
/** Ends what a test began. */
export async function leave(): Promise<void> {
  person?.close();
  await emulator?.close();
}

type Texts = Readonly<Record<string, string>>;

export async function begin(
  options: EmulatorOptions = {},
  environment: Texts = {},
  terminal: TerminalOptions = {},
): Promise<void> {
  emulator = await startCloud({ scalewayProjects: 2, ...options });
  hidden.length = 0;
  const { ovh, scaleway, "ovh-data-platform": dataPlatform } = configsOf(emulator);
  const open = [ovh["endpoint"], scaleway["scw_project_id"], dataPlatform["project_subdomain"]];
  for (const config of [ovh, scaleway, dataPlatform]) {
    hidden.push(...Object.values(config).filter((value) => !open.includes(value)));
  }
  const { ovhServiceAccount, ovhAccessToken } = emulator.credentials;
  hidden.push(ovhServiceAccount.client_secret, ovhAccessToken.access_token);
  person = atTerminal("init", { ...placesOf(emulator), ...environment }, terminal);
}

/** Waits for the end, and finds no secret in anything that the terminal ever showed, nor in any file but those that were asked for. */
export async function ended(secretFiles: readonly string[] = []): Promise<number | null> {
  const code = await person.end();
  const files = Object.entries(person.files()).filter(([path]) => !secretFiles.includes(path));
  const all = [person.written(), person.shown(), ...files.map(([, { text }]) => text)].join("\n").toLowerCase();
  expect(hidden.filter((secret) => all.includes(secret.toLowerCase())).length, "secrets shown").toBe(0);
  return code;
}

/** @param place of the way to sign in, in the list. */
export async function chooseOvhWay(place: number): Promise<void> {
  await person.answer(/Which account.*└/s, enter);
  await person.answer(/Where does the account.*└/s, enter);
  await person.answer(/How do you sign in\?.*└/s, ...Array.from({ length: place }, () => down), enter);
}

export async function chooseOvhKeys(): Promise<void> {
  await chooseOvhWay(0);
  await person.answer(/Is it made already\?.*└/s, enter);
}

/** Answers the questions for keys one by one. */
export async function typeKeys(typed: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [key, value] of Object.entries(typed)) {
    await person.answer(new RegExp(`◆[^◆]*\\(${key}\\)`), `${value}${enter}`);
  }
}

export async function typeOvhKeys({ application_key, application_secret, consumer_key }: Texts): Promise<void> {
  await person.answer(/How do you want to.*└/s, down, enter);
  await typeKeys({ application_key, application_secret, consumer_key });
}

/** To where OVHcloud is asked for a consumer key with an application's two keys. */
export async function askForKey({ application_key, application_secret }: Texts): Promise<void> {
  await chooseOvhWay(3);
  await person.answer(/be able to read\?.*└/s, enter);
  await typeKeys({ application_key, application_secret });
}

/** From a credential that is enough to a config that is kept. */
export async function tryAndKeep(): Promise<void> {
  await person.answer(/● Go on.*└/s, enter);
  await person.answer(/What shall be read\?.*└/s, enter);
  await person.answer(/● Try it: read the account once.*└/s, enter);
  await person.answer(/What the provider protects.*● Keep it.*└/s, enter);
  await person.answer(/How shall it be kept\?.*└/s, enter);
  await person.answer(/Name the kinds that are granted now.*└/s, enter);
  await person.answer(/In which file\?.*└/s, enter);
}

/** What was kept runs by itself, complete. */
export async function expectComplete(path: string): Promise<void> {
  const { text = "", mode } = person.files()[path] ?? {};
  expect(mode).toBe(0o600);
  const found = await run(["discover", "--config", "kept.json", "--format", "ndjson"], {
    environment: placesOf(emulator),
    files: { "kept.json": text },
  });
  expect(found).toMatchObject({ code: 0 });
}

/** Sits down anew, with the credentials of the emulator in the environment. */
export function sitDownWithCredentials(): void {
  person.close();
  person = atTerminal("init", emulator.environment);
}
