// Written by `npm run generate`. Do not edit.
import type { KeyChecks } from "../config/refuse.ts";
import * as ovh from "./ovh/key-checks.ts";
import * as scaleway from "./scaleway/key-checks.ts";
import * as ovhDataPlatform from "./ovh-data-platform/key-checks.ts";

/** What no JSON Schema can say of a provider's keys: what is refused, and what is only doubtful. */
export const providerChecks: Readonly<
  Record<string, { readonly keyChecks: KeyChecks; readonly keyDoubts?: KeyChecks }>
> = {
  "ovh": { keyChecks: ovh.keyChecks, keyDoubts: ovh.keyDoubts },
  "scaleway": { keyChecks: scaleway.keyChecks },
  "ovh-data-platform": { keyChecks: ovhDataPlatform.keyChecks },
};
