export { type Emulator, startEmulator } from "./emulator.ts";
export type { EmulatedKind } from "./kinds.ts";
export type { AccessRule, EmulatorOptions, Fault, OvhDecision, OvhGrant, ScalewayRule } from "./options.ts";
export type { Statistics } from "./statistics.ts";
export type { RateLimit } from "./throttle.ts";
