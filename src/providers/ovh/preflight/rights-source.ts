import type { CredentialReport, Expiry } from "../../../credentials/credential.ts";
import type { InventoryError } from "../../../inventory/errors.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { Question } from "../../../preflight/examiner.ts";
import type { CheckResult } from "../../../preflight/report.ts";
import type { Sentence } from "../../../preflight/sentence.ts";
import type { Authority } from "./authority.ts";
import type { Settled } from "./questions.ts";

/** What the first round of requests told: who it is, and which projects there are. */
export interface FirstRound {
  readonly report: Settled<CredentialReport>;
  readonly projects: Settled<readonly unknown[]>;
  /** The projects whose ids can be used. */
  readonly visible: readonly string[];
}

/** What was asked beside the first round, without waiting for it. */
export interface Aside {
  readonly account: string | undefined;
  /** Projects that IAM shows. */
  readonly inIam: readonly string[];
  /** Why nothing was learned; it tells with other refusals whether anything is answered at all. */
  readonly error?: InventoryError;
}

/** Where the rights of a credential are found: in the rules that a key carries, or in IAM. Nothing here rejects. */
export interface RightsSource {
  /** What to grant so that projects come into sight. */
  readonly remediationOfProjects: Sentence;
  /** Whether the rights are known after the first round, without asking for them. */
  readonly isKnownAtOnce: boolean;
  aside(context: ReadContext): Promise<Aside>;
  authority(first: FirstRound, kinds: readonly ListedKind[], context: ReadContext): Promise<Authority>;
  /** What else is to be said of this kind of credential, asked in the second round. */
  further(
    first: FirstRound,
    context: ReadContext,
  ): Promise<{ readonly checks: readonly CheckResult[]; readonly expiries: readonly Expiry[] }>;
  /**
   * From where the credential may be used.
   *
   * @param isRefusedHere whether OVHcloud refuses this machine what the rights grant.
   */
  addresses(first: FirstRound, question: Question, isRefusedHere: boolean): readonly CheckResult[];
}
