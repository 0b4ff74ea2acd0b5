import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import type { Observer } from "./observer.ts";
import type { Classify } from "./refusal.ts";
import type { Authorizer } from "./request.ts";

/** What makes one credential's way to the network differ from another's. */
export interface DoorOptions {
  readonly authorizer: Authorizer;
  readonly classify: Classify;
  /** Where this cloud writes its request id, first match wins. */
  readonly requestIdHeaders: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** The proxy that a URL is asked through; none when absent. */
  readonly proxyOf?: ((url: URL) => URL | undefined) | undefined;
  /** Who looks on, where somebody does. */
  readonly observer?: Observer | undefined;
}
