import { sentenceOf } from "../../config/config-problem.ts";
import { unknownChoice } from "../../config/nearest.ts";
import type { OperatorSettings } from "../../config/operator-settings.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent } from "../../inventory/event.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { type OpenInventory, openInventory } from "../module/inventory-module.ts";
import type { ChosenWay } from "./api.ts";
import { entriesOf, type Values, withChanges, without } from "./values.ts";

/** What one wizard knows, in memory alone, until it ends. */
export interface Session {
  readonly definitions: readonly ProviderDefinition[];
  readonly environment: NodeJS.ProcessEnv;
  readonly operator: OperatorSettings;
  /** Where kept files go. */
  readonly folder: string;
  readonly chosen: ChosenWay | undefined;
  readonly values: Values;
  readonly report: PreflightReport | undefined;
  readonly discovered: FinishedEvent | undefined;
  /** Ids that the provider has named, which are no secrets. */
  readonly named: ReadonlySet<string>;
  /** The paths of the files that were written. */
  readonly kept: string[];
  /** @throws InventoryError INVALID_CONFIG where nothing was chosen yet. */
  definition(): ProviderDefinition;
  /** Another inventory forgets what was entered; another way forgets the keys of the others. */
  choose(way: ChosenWay): void;
  /** Takes over a whole config, in place of what was entered. */
  take(way: ChosenWay, values: Values): void;
  /** @throws InventoryError INVALID_CONFIG for a key that the inventory has not. */
  enter(changes: Readonly<Record<string, string | null>>): void;
  /** The kinds that are asked for, as patterns; empty for the default set. */
  kinds(): readonly string[];
  /** @throws InventoryError INVALID_CONFIG with one sentence for each problem. */
  open(): Promise<OpenInventory>;
  /** Notes what the provider has named. */
  name(ids: readonly string[]): void;
  /** Keeps what was found out, unless it is of a config that was changed meanwhile. */
  remember(
    inventory: OpenInventory,
    found: { readonly report: PreflightReport } | { readonly discovered: FinishedEvent },
  ): void;
  /** Forgets everything and ends what is under way. */
  forget(): void;
}

type SessionParts = Pick<Session, "definitions" | "environment" | "operator" | "folder">;

export function createSession(parts: SessionParts): Session {
  let chosen: ChosenWay | undefined;
  let values: Values = {};
  let opened: Promise<OpenInventory> | undefined;
  let current: OpenInventory | undefined;
  let report: PreflightReport | undefined;
  let discovered: FinishedEvent | undefined;
  const named = new Set<string>();

  const definition = (id = chosen?.inventory): ProviderDefinition => {
    if (id === undefined) throw new InventoryError("INVALID_CONFIG", "no provider was chosen yet");
    const found = parts.definitions.find((one) => one.id === id);
    const ids = parts.definitions.map((one) => one.id);
    if (found === undefined) throw new InventoryError("INVALID_CONFIG", unknownChoice("inventory", id, ids));
    return found;
  };

  /** What is read goes by the kinds of each call: choosing others makes nothing of what is known wrong. */
  const isNew = (next: Values): boolean => {
    const [before, after] = [values, next].map((one) => JSON.stringify(Object.entries(without(one, ["kinds"])).sort()));
    return before !== after;
  };

  const change = (way: ChosenWay, next: Values): void => {
    if (way.inventory !== chosen?.inventory || isNew(next)) {
      current?.close();
      [opened, current, report, discovered] = [undefined, undefined, undefined, undefined];
    }
    [chosen, values] = [way, next];
  };

  return {
    ...parts,
    get chosen() {
      return chosen;
    },
    get values() {
      return values;
    },
    get report() {
      return report;
    },
    get discovered() {
      return discovered;
    },
    named,
    kept: [],
    definition: () => definition(),
    choose(way) {
      const { credentials } = definition(way.inventory);
      const kinds = credentials.map(({ kind }) => kind);
      if (way.credential !== undefined && !kinds.some((kind) => kind === way.credential)) {
        throw new InventoryError("INVALID_CONFIG", unknownChoice("credential", way.credential, kinds));
      }
      const others = way.credential === undefined ? [] : credentials.filter(({ kind }) => kind !== way.credential);
      const kept = chosen?.inventory === way.inventory ? values : {};
      change(
        way,
        without(
          kept,
          others.flatMap(({ keys }) => keys),
        ),
      );
    },
    take: change,
    enter(changes) {
      const { id, configKeys } = definition();
      const unknown = Object.keys(changes).find((key) => !configKeys.includes(key));
      if (unknown !== undefined) {
        throw new InventoryError("INVALID_CONFIG", unknownChoice("key", unknown, configKeys));
      }
      const { found, ...way } = chosen ?? { inventory: id };
      const next = withChanges(values, changes);
      change({ ...way, ...(found === undefined || isNew(next) ? {} : { found }) }, next);
    },
    kinds: () => entriesOf(values["kinds"]),
    async open() {
      const { id, problemsOf } = definition();
      const config = values;
      const problems = await problemsOf(config);
      if (problems.length > 0) throw new InventoryError("INVALID_CONFIG", problems.map(sentenceOf).join("; "));
      if (config !== values) throw changedMeanwhile();
      opened ??= openInventory(id, without(config, ["kinds"]), { operator: parts.operator });
      const mine = opened;
      const inventory = await mine;
      if (mine !== opened) {
        inventory.close();
        throw changedMeanwhile();
      }
      current = inventory;
      return inventory;
    },
    name(ids) {
      for (const id of ids) named.add(id);
    },
    remember(inventory, found) {
      if (inventory !== current) return;
      if ("report" in found) report = found.report;
      else discovered = found.discovered;
    },
    forget() {
      named.clear();
      current?.close();
      [chosen, values, opened, current, report, discovered] = [
        undefined,
        {},
        undefined,
        undefined,
        undefined,
        undefined,
      ];
    },
  };
}

function changedMeanwhile(): InventoryError {
  return new InventoryError("CANCELLED", "what was entered changed meanwhile");
}
