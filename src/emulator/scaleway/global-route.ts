import type { Answer } from "../answer.ts";
import type { Sorter } from "../lists.ts";
import type { ServedFleet } from "../served/fleet.ts";
import type { ScalewayIam } from "./iam.ts";
import type { ScalewayKey } from "./key.ts";
import type { Permissions } from "./permissions.ts";
import type { ScalewaySource } from "./source.ts";

/** What the global routes need to know. */
export interface AccountParts {
  readonly source: ScalewaySource;
  /** What is made from examples. */
  readonly served: ServedFleet;
  readonly key: ScalewayKey;
  readonly iam: ScalewayIam;
  readonly permissions: Permissions;
  readonly sort: Sorter;
}

/** One call of a global route. */
export interface GlobalCall {
  readonly parts: AccountParts;
  readonly query: URLSearchParams;
  parameter(name: string): string;
}

/** A route that has no locality. */
export interface GlobalRoute {
  readonly path: string;
  answer(call: GlobalCall): Answer;
}
