export type { EmulatedAccount } from "./account.ts";
export { type Emulator, startEmulator } from "./emulator.ts";
export { type AccountOptions, type Emulators, startEmulators } from "./emulators.ts";
export type { EmulatedKind } from "./kinds.ts";
export { type MadeUpFleet, madeUpFleet } from "./made-up-fleet.ts";
export type { AccessRule, EmulatorOptions, Fault, OvhDecision, OvhGrant, ScalewayRule } from "./options.ts";
export type { Statistics } from "./statistics.ts";
export type { RateLimit } from "./throttle.ts";
