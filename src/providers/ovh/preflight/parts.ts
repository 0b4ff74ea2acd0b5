import type { Credential } from "../../../credentials/credential.ts";
import type { Clock } from "../../../http/clock.ts";
import type { Door } from "../../../http/door.ts";
import type { ReadContext, ScopeEntry } from "../../../inventory/provider.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { OvhReader } from "../client.ts";
import type { Regions } from "../scopes.ts";

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
  /** The regions of a project, as the same run enumerates them. */
  readonly regionsOf: (project: string, context: ReadContext) => Promise<Regions>;
  /** What discovery reads, in the same run. */
  readonly entriesOf: (kinds: readonly ListedKind[], context: ReadContext) => AsyncIterable<ScopeEntry>;
}
