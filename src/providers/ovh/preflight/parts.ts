import type { Credential } from "../../../credentials/credential.ts";
import type { Clock } from "../../../http/clock.ts";
import type { Door } from "../../../http/door.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import type { OvhReader } from "../client.ts";

/** What an examination of an OVHcloud credential is made with. */
export interface ExaminerParts {
  readonly credential: Credential;
  readonly door: Door;
  readonly reader: OvhReader;
  /** Where version 1 of the API lives; version 2 is beside it. */
  readonly base: URL;
  readonly realm: string;
  readonly clock: Clock;
  /** The operator's own choice of projects; all that the credential sees when empty. */
  readonly projectIds: readonly string[];
  /** The operator's own choice of regions; all that a project has when empty. */
  readonly regions: readonly string[];
  readonly readProjectIds: (context: ReadContext) => Promise<readonly unknown[]>;
}
