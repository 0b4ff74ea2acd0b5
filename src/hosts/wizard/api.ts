/**
 * What the wizard's page and its server say to each other: types alone, so that the page may import them.
 *
 * Each call is `POST /api/<name>` with a JSON body and `Authorization: Bearer <token>`. What is told while it happens comes as JSON lines
 * (`application/x-ndjson`); aborting the request stops what is under way. A refusal is a {@link Refusal} with a status of 400 or more; a
 * stream that has begun ends with a line of type `failed` instead. Nothing that the server sends holds a secret.
 */
import type { ConfigForm } from "../../config/config-form.ts";
import type { ConfigProblem } from "../../config/config-problem.ts";
import type { ErrorCode } from "../../inventory/errors.ts";
import type { Estimate } from "../../inventory/estimate.ts";
import type { Event, FinishedEvent } from "../../inventory/event.ts";
import type { PreflightEvent } from "../../preflight/event.ts";
import type { GrantSheet } from "../../preflight/grant.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import type { ChoicesByField } from "../../providers/choices.ts";
import type { Coverage } from "../../snapshots/coverage.ts";

/** The calls that are answered at once: what is sent, and what is answered. */
export interface WizardCalls {
  readonly state: { readonly request: Nothing; readonly answer: WizardState };
  readonly choose: { readonly request: ChooseRequest; readonly answer: WizardState };
  readonly enter: { readonly request: EnterRequest; readonly answer: EnterAnswer };
  readonly rights: { readonly request: RightsRequest; readonly answer: RightsSheet };
  readonly choices: { readonly request: Nothing; readonly answer: ChoicesByField };
  readonly estimate: { readonly request: KindsRequest; readonly answer: Estimate };
  readonly keep: { readonly request: KeepRequest; readonly answer: KeepAnswer };
  readonly end: { readonly request: Nothing; readonly answer: Nothing };
}

/** The calls that are answered while something happens: what is sent, and the lines that come. */
export interface WizardStreams {
  readonly preflight: { readonly request: PreflightRequest; readonly line: PreflightEvent | Failed };
  readonly request: { readonly request: ApprovalRequest; readonly line: ApprovalLine };
  readonly discover: { readonly request: DiscoverRequest; readonly line: DiscoverLine };
}

export type Nothing = Readonly<Record<string, never>>;

/** Why a call was refused; one sentence each, and no value of a config in either. */
export interface Refusal {
  readonly error: WizardError;
}

export interface WizardError {
  readonly code: ErrorCode;
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly remediation?: string;
}

/** The last line of a stream that failed. */
export interface Failed {
  readonly type: "failed";
  readonly error: WizardError;
}

/** Everything that the page has to know, after a reload too. */
export interface WizardState {
  readonly version: string;
  /** Where kept files go. */
  readonly folder: string;
  /** After how many minutes without a call the server forgets everything and ends. */
  readonly idleMinutes: number;
  readonly providers: readonly ProviderOffer[];
  /** Credentials that were found on this machine: named, never shown. */
  readonly found: readonly FoundSource[];
  /** What was chosen; absent at the beginning. */
  readonly chosen?: ChosenWay;
  /** What the config holds so far, in the order of the form. */
  readonly entered: readonly EnteredKey[];
  /** What is wrong with what was entered, or doubtful; nothing is said of what is still missing. */
  readonly problems: readonly ConfigProblem[];
  /** Two keys that seem to stand in each other's place: `enter` exchanges them. */
  readonly swapped?: readonly [string, string];
  /** Another provider whose keys seem to stand in the fields of the chosen one: `choose` takes them along. */
  readonly elsewhere?: Elsewhere;
  /** Whether the config would open: preflight, estimate, discover and keep want that. */
  readonly isReady: boolean;
  /** The last preflight's report, as long as no key was entered since. */
  readonly report?: PreflightReport;
  /** How the last discovery ended, as long as no key was entered since. */
  readonly discovered?: FinishedEvent;
  /** The files that were written, the last one last. */
  readonly kept: readonly string[];
}

/** Where what was entered belongs. */
export interface Elsewhere {
  readonly inventory: string;
  readonly credential: string;
  /** The keys of its config that are there. */
  readonly keys: readonly string[];
}

/** A provider, and the ways to sign in there: `form.credentials`, each with its purpose and the pages where it is made. */
export interface ProviderOffer {
  readonly inventory: string;
  readonly title: string;
  readonly form: ConfigForm;
  /** The provider's endpoints; empty where there is one place. */
  readonly endpoints: readonly string[];
  /** The keys that the approval flow wants (`request`); absent where the provider has no such flow. */
  readonly approvalKeys?: readonly string[];
}

/** A credential of the environment, or of a profile of the provider's tools. */
export interface FoundSource {
  /** What `choose` takes. */
  readonly id: string;
  readonly inventory: string;
  /** The kind of credential; absent where it is broken. */
  readonly credential?: string;
  /** Where it stands: `environment`, or the profile's path. */
  readonly where: string;
  /** The names of the variables or entries that it is made of. */
  readonly names: readonly string[];
  /** Why it cannot be taken, in one sentence. */
  readonly problem?: string;
}

export interface ChosenWay {
  readonly inventory: string;
  /** The kind of credential; absent where it is still open. */
  readonly credential?: string;
  /** The id of the {@link FoundSource} that it was taken from. */
  readonly found?: string;
}

/** A key of the config that has a value. A secret's value is never told, and neither is one that may be a secret in the wrong field. */
export type EnteredKey =
  | { readonly key: string; readonly value: string }
  | { readonly key: string; readonly entered: true };

/**
 * Another inventory forgets what was entered, but for the keys of its own among them where it shall `carry` them; another way forgets the
 * keys of the others; a found source is taken over whole.
 */
export type ChooseRequest =
  | { readonly inventory: string; readonly credential?: string; readonly carry?: boolean }
  | { readonly found: string };

/** Values by key, null or empty to forget one; or a text of which the keys are taken; both settle in the chosen inventory. */
export interface EnterRequest {
  readonly values?: Readonly<Record<string, string | null>>;
  /** Exchanges the values of two keys. */
  readonly exchange?: readonly [string, string];
  readonly pasted?: string;
}

export interface EnterAnswer {
  readonly state: WizardState;
  /** What a pasted text was found to hold; absent where nothing was pasted. */
  readonly recognised?: {
    readonly inventory?: string;
    readonly credential?: string;
    /** The keys that were taken over: none where the text is of another provider than the chosen one. */
    readonly keys: readonly string[];
    readonly problems: readonly ConfigProblem[];
  };
}

/** Kinds as patterns; those of the config when absent, else the default set. */
export interface KindsRequest {
  readonly kinds?: readonly string[];
}

export interface PreflightRequest extends KindsRequest {
  /** Looks again only at what the last preflight did not find granted. */
  readonly again?: boolean;
  /** The address that the control plane will call from. */
  readonly fromAddress?: string;
}

export interface RightsRequest extends KindsRequest {
  /** Exactly what the kinds need, rather than everything below their products. */
  readonly narrow?: boolean;
  /** Also what preflight reads about the credential itself. */
  readonly withPreflight?: boolean;
  /** Only what the last preflight found missing. */
  readonly missing?: boolean;
  readonly projects?: readonly string[];
}

/** What has to be granted, in each of the provider's own forms. */
export interface RightsSheet extends GrantSheet {
  readonly inventory: string;
  readonly kinds: readonly string[];
}

/** Asks for a credential that the customer approves on the provider's page. */
export interface ApprovalRequest extends KindsRequest {
  readonly narrow?: boolean;
  readonly projects?: readonly string[];
  /** Address blocks from which alone it may be used. */
  readonly addresses?: readonly string[];
  /** How long the customer may take; ten minutes when absent. */
  readonly timeoutSeconds?: number;
}

export type ApprovalLine =
  /** The page where it is approved, and what is approved there; the waiting begins. */
  | {
      readonly type: "approval";
      readonly link: string;
      readonly hint: string;
      readonly rights: readonly string[];
      readonly notes: readonly string[];
    }
  /** The new credential is entered: its secret stays on the server. */
  | { readonly type: "approved"; readonly state: WizardState }
  /** The customer said no, or the credential is over already. */
  | { readonly type: "refused"; readonly error: WizardError }
  | { readonly type: "timed-out"; readonly error: WizardError }
  | Failed;

export interface DiscoverRequest extends KindsRequest {
  /** How many resources are told at most: 1000 when absent, 10,000 at most. All are counted. */
  readonly mostResources?: number;
}

/** The run's events in order, of its resources the first ones alone; then what the provider protects; then `done`. */
export type DiscoverLine = Event | CoverageLine | DoneLine | Failed;

/** What the provider holds of what was found; its resources are as many as were asked for at most. */
export interface CoverageLine extends Pick<Coverage, "total" | "byClass" | "unknowns" | "resources"> {
  readonly type: "coverage-document";
}

export interface DoneLine {
  readonly type: "done";
  /** How many resources were found that were not told. */
  readonly untold: number;
  readonly byKind: readonly { readonly kind: string; readonly resources: number }[];
  /** Scopes that were not read whole, put together by why; the largest group first. */
  readonly gaps: readonly GapGroup[];
}

export interface GapGroup {
  readonly outcome: string;
  readonly reason: string;
  readonly remediation?: string;
  /** Whether all of it was left out on purpose, or is an optional kind that is not granted. */
  readonly isExpected: boolean;
  readonly kinds: readonly string[];
  readonly scopes: number;
}

/**
 * `config`: the JSON that `--config` reads. `environment`: lines for a shell. `form`: the fields of a control plane's form. Each may be
 * looked at, with `<key>` in place of secrets, or be written to a file for its owner alone.
 */
export interface KeepRequest {
  readonly form: "config" | "environment" | "form";
  /** Writes it below the wizard's folder, `state.folder`; absent: nothing is written. */
  readonly path?: string;
  /** Whether a file that is there may be replaced. */
  readonly replace?: boolean;
  /** Names the kinds that the last preflight found granted, so that a right that is lost later is an error and no silence. */
  readonly pin?: boolean;
}

export interface KeepAnswer {
  /** The text, with `<key>` in place of each secret. */
  readonly text: string;
  /** The whole path of the file that was written. */
  readonly path?: string;
  /** The kinds that are named, where they were pinned. */
  readonly pinned?: readonly string[];
  /** What is not named, each with why. */
  readonly leftOut?: readonly string[];
  /** What to run next. */
  readonly next?: string;
}
