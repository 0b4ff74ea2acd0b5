import type { InventoryError } from "./errors.ts";
import type { OutcomeStatus } from "./outcome.ts";
import type { Parent, Parents } from "./parents.ts";
import type { Remembered } from "./remembered.ts";
import type { KindSummary, ResourceKind } from "./resource-kind.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";

/** Counts the traffic that a read causes; the run adds the scopes up. */
export interface Traffic {
  requests: number;
  /** Answers that said "too many requests". */
  refused: number;
}

/** How a list is to be read, beside what it is a list of. */
export interface ListContext extends ReadContext {
  /** What the kind is listed below; present where its row names a parent. */
  readonly parents?: Parents | undefined;
  /** Only the ids are wanted, as far as the list tells them without asking for each item. */
  readonly idsOnly?: boolean | undefined;
  /** How long the list may take, in milliseconds; as long as it takes when absent. */
  readonly deadlineMs?: number | undefined;
}

/** What accompanies every call that waits: how to stop it, which run it is of, and where its traffic is counted. */
export interface ReadContext {
  readonly signal: AbortSignal;
  readonly run: Run;
  readonly traffic: Traffic;
  /** Called before each request is sent; whoever counts requests throws here where none may follow. */
  readonly beforeRequest?: () => void;
  /** What earlier runs read, where the host remembers it. */
  readonly remembered?: Remembered;
}

/** How many of the projects that a credential sees a run reads. */
export interface Reach {
  readonly read: number;
  /** How many the credential sees; absent where nothing could tell. */
  readonly visible?: number | undefined;
  /** Present where the provider refused to list them, and nobody insisted: others may have been read before. */
  readonly refused?: true | undefined;
  /** The setting or the right that widens the choice; absent where nothing is known to be left out. */
  readonly widenedBy?: string | undefined;
}

/** Where a look at what is not read is taken: it may be called back by itself, since no run waits for it. */
export interface ReachContext extends ReadContext {
  readonly patience: AbortSignal;
}

/** A place to list, or the reason why the places of these kinds could not be found out. */
export type ScopeEntry =
  | {
      readonly kinds: readonly ResourceKind[];
      readonly scope: Scope;
      readonly error?: undefined;
      /**
       * Present where one list may serve this scope and all others of the kind that say the same: they are begun once `scopes` has
       * named all of them. Not for kinds that are listed below others.
       */
      readonly together?: string | undefined;
    }
  | { readonly kinds: readonly ResourceKind[]; readonly scope: Scope; readonly error: InventoryError };

/** How a scope ended. */
export interface EndedScope {
  readonly kind: string;
  readonly scope: Scope;
  readonly outcome: OutcomeStatus;
}

/** An item that is listed and not described. */
export interface Undescribed {
  readonly item: unknown;
  /** Not found: it may have gone since it was listed. Else there was an answer, which was no detail of the item. */
  readonly isGone: boolean;
}

/** A part of what a scope holds that could not be read, such as the list below one parent. */
export interface UnreadPart {
  /** Absent where it is not known what else there is: the list of the parts is not whole. */
  readonly name?: string;
  /** Which list it is, as pages say it: what was read of it before it ended early is no evidence of anything. */
  readonly part?: string;
  readonly error: InventoryError;
}

/** A part of a list, in the order of the list. Items are raw: the engine parses them. */
export interface Page {
  /** What the items are listed below. */
  readonly parent?: Parent;
  /** Which of several lists the page is of: totals and numbers of each stand for themselves. */
  readonly part?: string;
  /** What could not be read of the scope. */
  readonly unread?: readonly UnreadPart[];
  readonly number: number;
  readonly items: readonly unknown[];
  /** How many items the provider says the whole list has. */
  readonly total?: number;
  /** Whether the provider says that another page follows. */
  readonly hasNext?: boolean;
  /** When the newest of these items was made, of a list that is handed out newest first. */
  readonly newestMs?: number;
  /** Items that the list named and whose detail could not be had, as far as the list itself tells them. */
  readonly undescribed?: readonly Undescribed[];
  /** What is missing from these items although they are all there. */
  readonly warnings?: readonly string[];
  /** The kinds whose lists were needed to complete these items, whether or not they could be read. */
  readonly joined?: readonly string[];
}

/** What was learned of the limit of one host. Requests a second. */
export interface LearnedRate {
  /** The limit; undefined where nothing was refused. */
  readonly limitPerSecond?: number | undefined;
  /** Whether the limit was found again after it had been found. */
  readonly isConfirmed: boolean;
  /** The fastest rate at which requests were let through. */
  readonly provenPerSecond: number;
}

/** How fast the hosts of a provider may be asked, by origin: what one run learned and the next begins with. */
export type LearnedRates = Readonly<Record<string, LearnedRate>>;

/** How long requests take at the least, and how fast a host is asked. */
export interface Forecast {
  readonly requests: number;
  /** The rate that is begun with, and the highest that may be reached. Requests a second. */
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
  /** Whether an earlier run found that out; else it is what the provider is asked with at first. */
  readonly isLearned: boolean;
  readonly leastSeconds: number;
}

/** A place in which a kind will be read. */
export interface PlannedPlace {
  readonly scope: Scope;
  /** How many items it held when it was read last; the fewest that there can be where nobody counted them. */
  readonly items: number;
  readonly isCounted: boolean;
}

/** A list that will be read: of one place, or of all of these at once. */
export interface PlannedRead {
  readonly kind: ResourceKind;
  readonly isTogether: boolean;
  readonly places: readonly PlannedPlace[];
}

/** A page of a list that holds what several scopes have: its items are in `parts`, each below the scope that it is in. */
export interface SharedPage extends Pick<Page, "number" | "total" | "hasNext" | "newestMs"> {
  /** How many items the page has, those included that are in none of the scopes. */
  readonly items: number;
  readonly parts: readonly { readonly scope: Scope; readonly page: Page }[];
}

/** One cloud, opened with one credential. Factories build it; there is no base class. */
export interface Provider {
  readonly id: string;
  readonly kinds: readonly KindSummary[];
  /** Loads what reads some kinds, in their order. */
  load(kinds: readonly KindSummary[]): Promise<readonly ResourceKind[]>;
  /** What kind of credential this is and where it is valid; safe to print. */
  describe(): string;
  /** The country of a region or zone, ISO 3166-1 alpha-2; undefined where it is not known or not to be told. */
  countryOf(region: string): string | undefined;
  /** How long the provider asked everybody to wait, in milliseconds; 0 when nobody waits. */
  pausedForMs(): number;
  /** The request whose answer asked for that, for people to look at; undefined where nobody waits, or nothing tells. */
  pausedBy?(): string | undefined;
  /** What is known of how fast it may be asked; nothing is kept for the next run where absent. */
  readonly rates?: { learned(): LearnedRates; recall(rates: LearnedRates): void };
  /** How long so many requests take at the least, where no other limit is met than was learned before. */
  forecast?(requests: number, learned: LearnedRates): Forecast;
  /** Whether details are asked for several at a time where their route can. */
  readonly asksInBatches?: boolean;
  /**
   * The requests of a run beside those that its lists take by their formulas: what is asked to believe them, less what finding the places
   * has asked already. Asked for once `scopes` has named the places, in the same run; sends nothing.
   */
  requestsBeside?(reads: readonly PlannedRead[], context: ReadContext): Promise<number>;
  /**
   * The scopes of the selected kinds, as they become known. Enumerating is itself a read that may fail: it then yields one
   * entry with the error and every kind that hangs on it, for the parent scope.
   */
  scopes(kinds: readonly ResourceKind[], context: ReadContext): AsyncIterable<ScopeEntry>;
  /**
   * The scopes that became known only while others were read, and why others may have stayed unknown. Asked for once, when all
   * that `scopes` named has been read.
   */
  laterScopes?(kinds: readonly ResourceKind[], context: ReadContext): AsyncIterable<ScopeEntry>;
  /**
   * The pages of one list. Ends normally only if the list was read to its end; throws an `InventoryError` else. May be
   * called a second time for the same scope.
   */
  list(kind: ResourceKind, scope: Scope, context: ListContext): AsyncIterable<Page>;
  /**
   * The pages of the list that serves several scopes of a kind at once; undefined where there is none that could be believed. Ends
   * normally only if the list was read to its end and is shown to leave nothing out of any of them. Where it throws, each scope is
   * read by itself. May be called a second time for the same scopes, where the list changed while it was read.
   */
  listTogether?(
    kind: ResourceKind,
    scopes: readonly Scope[],
    context: ReadContext,
  ): AsyncIterable<SharedPage> | undefined;
  /**
   * What a project is called, where this run has already read that beside something else; nothing is asked for it. Absent where no
   * list of the run tells names beside those that are resources.
   */
  projectName?(project: string, context: ReadContext): string | undefined;
  /** Resolves once `projectName` knows all that it will; undefined where nothing that is being asked tells it more. Never rejects. */
  projectsNamed?(context: ReadContext): Promise<unknown> | undefined;
  /**
   * The rights that the credential lacks where a kind was denied in a scope, in the provider's own form: none that it has, and none
   * where the refusal is about something else. Never rejects; undefined where only the kind's own needs are known, as when absent.
   */
  lackedRights?(
    kind: ResourceKind,
    scope: Scope,
    error: InventoryError,
    context: ReadContext,
  ): Promise<readonly string[] | undefined>;
  /**
   * Whether two kinds are served by the same API in the same places, so that one of them that was read in a place contradicts
   * the other's being absent there. No two are when absent.
   */
  sharesPlaces?(kind: ResourceKind, other: ResourceKind): boolean;
  /**
   * Whether the provider says that an item of a list that may leave something out (`mayLeaveOut`) does not exist any more;
   * false for every other answer, an error included. Where it is absent, nothing is ever shown to be gone.
   */
  isGone?(kind: ResourceKind, urn: string, context: ReadContext): Promise<boolean>;
  /**
   * What only the ends of all scopes tell, such as a place that was asked for by name and has nothing: called once they have
   * ended. Absent where they tell nothing more.
   */
  unfound?(kinds: readonly ResourceKind[], ended: readonly EndedScope[]): readonly ScopeEntry[];
  /**
   * How many of the projects that the credential sees are read; asked beside the lists of the same run. At most two requests
   * of its own, each once, which end with `patience`; what they do not tell is left out. Absent where there are no projects.
   */
  reach?(kinds: readonly ResourceKind[], context: ReachContext): Promise<Reach | undefined>;
}
