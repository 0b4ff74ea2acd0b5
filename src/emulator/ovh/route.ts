import type { Answer, EmulatedRequest } from "../answer.ts";
import type { OvhAccess } from "./access.ts";
import type { OvhCaller, OvhNeed } from "./caller.ts";
import type { OvhFleet } from "./fleet.ts";
import type { IamResource } from "./projects.ts";

/** One call of a route. */
export interface OvhCall {
  readonly request: EmulatedRequest;
  readonly fleet: OvhFleet;
  /** Every service of the account as IAM lists it; what is inside a project is not among them. */
  services(): readonly IamResource[];
  readonly access: OvhAccess;
  readonly caller: OvhCaller;
  /** The server's clock. */
  readonly timeMs: number;
  parameter(name: string): string;
}

/** One row of the emulated API. The paths are those of the published schema, parameter names included. */
export interface OvhRoute {
  readonly method: "GET" | "POST" | "DELETE";
  /** Without `/1.0` for version 1, with `/v2` for version 2. */
  readonly path: string;
  readonly needs: OvhNeed;
  /** The IAM action that bearers need, if any. */
  readonly action: string | undefined;
  /** The URNs on any of which the action is enough. */
  resources(call: OvhCall): readonly string[];
  /** Lists of version 2 come in pages. */
  readonly isPaged: boolean;
  /** Cuts the page that is asked for out of a list that comes in pages of another kind. */
  page?(items: readonly unknown[], request: EmulatedRequest): Answer;
  answer(call: OvhCall): unknown;
}
