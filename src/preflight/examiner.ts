import type { Expiry } from "../credentials/credential.ts";
import type { ReadContext } from "../inventory/provider.ts";
import type { ResourceKind } from "../inventory/resource-kind.ts";
import type { CheckId } from "./catalogue.ts";
import type { CheckResult, CoverageRow, NamedProject } from "./report.ts";

/** A row before it is known what the operator accepts. */
export type Coverage = Omit<CoverageRow, "accepted" | "notGranted">;

/** What a provider found out about its credential. Nothing in it is secret. */
export interface Examination {
  /** The account or organization, where it could be read. */
  readonly account?: string;
  readonly checks: readonly CheckResult[];
  /** One row for each kind in each scope that discovery would read, or for the scope whose parts cannot be listed. */
  readonly coverage: readonly Coverage[];
  readonly expiries: readonly Expiry[];
  /** The projects whose names were read beside what was asked; nothing is asked for a name alone. */
  readonly projects?: readonly NamedProject[];
}

/** A part of what is found out, told as soon as it is known. Rows of the coverage are told with all others of their kind. */
export type Finding = Partial<Pick<Examination, "account" | "checks" | "coverage" | "expiries">>;

/** What is known of a credential at once. */
export type BriefExamination = Pick<Examination, "coverage" | "expiries">;

export interface Question<Kind extends ResourceKind = ResourceKind> {
  readonly kinds: readonly Kind[];
  /** Everything that was chosen, where this is a part of it: a credential that may read that can do no more than it needs. */
  readonly chosen?: readonly Kind[];
  /** The address that the control plane will call from, where the caller knows it. */
  readonly fromAddress?: string;
  /** Who wants to know at once: the examination holds the same objects again. What was told stays, also where it then throws. */
  readonly tell?: (finding: Finding) => void;
}

/** The part of a provider that looks at its own credential. */
export interface Examiner {
  /** The checks that its examination can come to. */
  readonly checks: readonly CheckId[];
  /** Whether an examination asks lists place by place, so that what earlier runs read there counts (`context.remembered`). */
  readonly asksPlaces?: boolean;
  /**
   * Looks at everything. What cannot be looked at is an `unknown` of its own and fails nothing else.
   *
   * @throws InventoryError where the provider refuses the credential or does not answer at all.
   */
  examine(question: Question, context: ReadContext): Promise<Examination>;
  /**
   * What one or two requests tell, for a host that has to answer at once: expiries, and the rights of each kind where
   * they are known without asking place by place. May reuse what `scopes()` has read in the same run.
   */
  examineBriefly(kinds: readonly ResourceKind[], context: ReadContext): Promise<BriefExamination>;
  /**
   * When the credential itself comes to its end, as far as it or the config tells: at most three requests. What could not be read is
   * an entry that says so.
   *
   * @throws InventoryError where the provider refuses the credential.
   */
  readExpiries(context: ReadContext): Promise<readonly Expiry[]>;
  /** What to remember the credential's grants by, from run to run; undefined where nothing names it. */
  accountOf(context: ReadContext): Promise<string | undefined>;
  /** The account or organization that the credential belongs to; undefined where that may not be read. */
  ownerOf(context: ReadContext): Promise<string | undefined>;
}
