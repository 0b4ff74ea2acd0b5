export { type Emulator, startEmulator } from "./emulator.ts";
export type { EmulatedKind } from "./kinds.ts";
export type { AccessRule, EmulatorOptions, Fault, ScalewayRule } from "./options.ts";
export type { Statistics } from "./statistics.ts";
