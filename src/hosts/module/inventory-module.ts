import type { ConfigProblem } from "../../config/config-problem.ts";
import { type OperatorSettings, readOperatorSettings } from "../../config/operator-settings.ts";
import { discover } from "../../inventory/discover.ts";
import type { EarlierRun } from "../../inventory/earlier-run.ts";
import { abortError, asInventoryError } from "../../inventory/errors.ts";
import { type Estimate, estimate } from "../../inventory/estimate.ts";
import type { Event, FinishedEvent } from "../../inventory/event.ts";
import { followSignals } from "../../inventory/follow-signals.ts";
import type { LearnedRates } from "../../inventory/provider.ts";
import { completeRemembered, type Remembered } from "../../inventory/remembered.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { isSuccess } from "../../inventory/success.ts";
import { lackingBy } from "../../preflight/coverage.ts";
import type { PreflightEvent } from "../../preflight/event.ts";
import { preflightEvents, preflightLimits } from "../../preflight/preflight.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import { loadProvider } from "../../providers/registry.ts";
import { readPackageFacts } from "../package-facts.ts";

/** What a control plane's own program asks of the plugin. */
export interface OpenInventory {
  /** The provider's id. */
  readonly id: string;
  /** One run; see {@link discover}. `kinds` are patterns and stand above those of the config. */
  discover(options?: RunOptions): AsyncGenerator<Event, void, void>;
  /**
   * Is the credential enough, for what, and until when? `kinds` are patterns and stand above those of the config.
   *
   * @throws InventoryError CANCELLED where the signal was aborted or the inventory was closed; never for what a provider did.
   */
  preflight(options?: PreflightRunOptions): Promise<PreflightReport>;
  /**
   * The same, told while it is found out: `started`, each check and each row of the coverage as soon as it is known, and `finished` with
   * the report, which holds just these. Leaving the `for await` ends the requests that are under way.
   *
   * @throws InventoryError CANCELLED, as {@link OpenInventory.preflight} does.
   */
  preflightEvents(options?: PreflightRunOptions): AsyncGenerator<PreflightEvent, void, void>;
  /**
   * What a run takes, in requests and at least in time: asks for the projects and places alone, and reads no list. Never throws for what
   * a provider did; `unknown` names what is not in the numbers.
   *
   * @throws InventoryError CANCELLED where the signal was aborted or the inventory was closed.
   */
  estimate(options?: EstimateRunOptions): Promise<Estimate>;
  /** Whether the config calls an incomplete inventory a success (`on_incomplete`). */
  readonly acceptsIncomplete: boolean;
  /**
   * Whether a run is a success: complete, or short of nothing but what the config accepts. Says nothing about deletions;
   * `complete` does.
   */
  isSuccess(finished: FinishedEvent): boolean;
  /** Ends the runs that are under way as cancelled, and refuses new ones the same way. */
  close(): void;
}

/** The members of `Remembered` hand in what earlier runs of the account read, where the host remembers it. */
export interface RunOptions extends Partial<Remembered> {
  readonly kinds?: readonly string[];
  readonly signal?: AbortSignal;
  /** The whole job's time, in milliseconds. */
  readonly deadlineMs?: number;
  /** The time of each list, in milliseconds. */
  readonly listDeadlineMs?: number;
  /**
   * An earlier run of the same account and the same kinds, such as a snapshot (`openEarlierSnapshot`): what it read whole is told as it
   * was, with `readAt`. Whose account it is of is the caller's to know.
   */
  readonly earlier?: EarlierRun;
}

export interface PreflightRunOptions extends Partial<Remembered> {
  readonly kinds?: readonly string[];
  readonly signal?: AbortSignal;
  /** The address that the control plane will call from. */
  readonly fromAddress?: string;
  /**
   * Looks again only at the kinds that this inventory's last preflight did not find granted, and at the credential itself; the rest is
   * taken over with the time at which it was found. Everything is looked at where there was none, or where it was of no use.
   */
  readonly onlyFailed?: boolean;
}

export interface EstimateRunOptions extends Partial<Remembered> {
  readonly kinds?: readonly string[];
  readonly signal?: AbortSignal;
  /** How fast the hosts were found to let themselves be asked, where the host remembers it. */
  readonly learned?: LearnedRates;
}

export interface OpenInventoryOptions {
  /**
   * The operator's settings, in place of those that this process's environment holds: the `CLOUD_INVENTORY_*` variables and the
   * proxies. A config can never set them.
   */
  readonly operator?: OperatorSettings;
}

export interface Validation {
  readonly valid: boolean;
  /** Each with its key, what is wrong and how to fix it, and never its value; empty where the config is valid. */
  readonly problems: readonly ConfigProblem[];
}

/**
 * Checks a config by its JSON Schema, and by what no schema can say; sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG for an unknown inventory.
 */
export async function validateConfig(inventory: string, config: unknown): Promise<Validation> {
  const problems = await (await loadProvider(inventory)).problemsOf(config);
  return { valid: problems.length === 0, problems };
}

/**
 * Opens an inventory with the config that it is given, alone: no environment, no profile, no references. Sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export async function openInventory(
  inventory: string,
  config: unknown,
  options: OpenInventoryOptions = {},
): Promise<OpenInventory> {
  const definition = await loadProvider(inventory);
  const operator = options.operator ?? readOperatorSettings(process.env);
  const opened = definition.open(config, "config", { operator });
  const { provider, kindPatterns, acceptedGaps, acceptsIncomplete } = opened;
  selectKinds(provider.kinds, kindPatterns);
  const closed = new AbortController();
  const { version } = readPackageFacts();
  let last: PreflightReport | undefined;

  async function* events({
    kinds = kindPatterns,
    signal,
    fromAddress,
    onlyFailed = false,
    ...remembered
  }: PreflightRunOptions = {}) {
    // A provider of its own: a preflight is less patient than a job.
    const opened = definition.open(config, "config", { operator, limits: preflightLimits });
    const stop = followSignals([closed.signal, signal]);
    try {
      const told = preflightEvents(opened.provider, {
        ...opened,
        kinds: selectKinds(provider.kinds, kinds),
        named: kinds.length > 0,
        fromAddress,
        version,
        earlier: onlyFailed ? last : undefined,
        signal: stop.signal,
        remembered: completeRemembered(remembered),
      });
      for await (const event of told) {
        if (event.type === "finished") last = event.report;
        yield event;
      }
    } finally {
      stop.release();
    }
  }

  return {
    id: definition.id,
    async *discover({ kinds = kindPatterns, signal, deadlineMs, listDeadlineMs, ...remembered } = {}) {
      const stop = followSignals([closed.signal, signal]);
      try {
        const limits = {
          ...(deadlineMs === undefined ? {} : { deadlineMs }),
          ...(listDeadlineMs === undefined ? {} : { listDeadlineMs }),
        };
        const selected = selectKinds(provider.kinds, kinds);
        const named = kinds.length > 0;
        const findLacking = lackingBy(provider);
        const settings = { kinds: selected, named, findLacking, acceptedGaps, signal: stop.signal, version };
        yield* discover(provider, { ...settings, ...limits, ...remembered });
      } finally {
        stop.release();
      }
    },
    async preflight(options) {
      for await (const event of events(options)) if (event.type === "finished") return event.report;
      throw abortError(closed.signal);
    },
    preflightEvents: events,
    async estimate({ kinds = kindPatterns, signal, learned = {}, ...remembered } = {}) {
      const stop = followSignals([closed.signal, signal]);
      try {
        const selected = selectKinds(provider.kinds, kinds);
        const told = await estimate(provider, { kinds: selected, signal: stop.signal, learned, ...remembered });
        if (stop.signal.aborted) throw abortError(stop.signal);
        return told;
      } catch (thrown) {
        throw stop.signal.aborted ? abortError(stop.signal) : asInventoryError(thrown);
      } finally {
        stop.release();
      }
    },
    acceptsIncomplete,
    isSuccess: (finished) => isSuccess(finished, acceptsIncomplete),
    close: () => closed.abort(),
  };
}
