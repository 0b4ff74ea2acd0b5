import { type OperatorSettings, readOperatorSettings } from "../../src/config/operator-settings.ts";
import type { Emulator } from "../../src/emulator/index.ts";
import { type OpenInventory, openInventory } from "../../src/index.ts";

type Texts = Readonly<Record<string, string>>;

/** Where the emulator is, as an operator says it. */
export function operatorOf({ environment }: Emulator): OperatorSettings {
  return readOperatorSettings(environment);
}

/** An inventory of the emulator, opened through the library; with OVHcloud's three keys where that is not said. */
export function openOvh(emulator: Emulator, more: Texts = {}): Promise<OpenInventory> {
  return openInventory("ovh", { ...emulator.credentials.ovhApplication, ...more }, { operator: operatorOf(emulator) });
}

export function openScaleway(emulator: Emulator, more: Texts = {}): Promise<OpenInventory> {
  return openInventory("scaleway", { ...emulator.credentials.scaleway, ...more }, { operator: operatorOf(emulator) });
}
