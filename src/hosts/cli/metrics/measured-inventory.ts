import { shortText } from "../../../inventory/bounds.ts";
import type { Event, FinishedEvent } from "../../../inventory/event.ts";
import { type OutcomeStatus, outcomeStatuses } from "../../../inventory/outcome.ts";
import type { Traffic } from "../../../inventory/provider.ts";
import { isSuccess } from "../../../inventory/success.ts";
import type { CredentialEnds } from "../credential-ends.ts";
import type { Inventory } from "../open-inventories.ts";
import type { GaugeName, Sample } from "./gauges.ts";

const longestAccount = 255;

/** What is known of one inventory when the run ended. */
export interface Measured {
  readonly inventory: string;
  readonly account: string | undefined;
  /** Whether all was read, or nothing is missing but what the config accepts. */
  readonly isSuccess: boolean;
  /** Without the labels `inventory` and `account`. */
  readonly samples: readonly Sample[];
}

/** Adds up what a run tells of one inventory. */
export function measureInventory({ provider, acceptsIncomplete }: Inventory) {
  const traffic: Traffic = { requests: 0, refused: 0 };
  let told: Traffic = { requests: 0, refused: 0 };
  let finished: FinishedEvent | undefined;
  const scopes = new Map<OutcomeStatus, number>(outcomeStatuses.map((outcome) => [outcome, 0]));
  const resources = new Map<string, Map<OutcomeStatus, number>>();
  let looking: Promise<readonly [string | undefined, CredentialEnds]> = Promise.resolve([undefined, []]);

  return {
    traffic,
    look(askAccount: () => Promise<string | undefined>, askCredentialEnds: () => Promise<CredentialEnds>): void {
      looking = Promise.all([askAccount(), askCredentialEnds()]);
    },
    see(event: Event): void {
      if (event.type === "progress" || event.type === "finished") told = event;
      if (event.type === "finished") finished = event;
      if (event.type !== "scope") return;
      const { kind, outcome, count } = event;
      scopes.set(outcome, (scopes.get(outcome) ?? 0) + 1);
      const ofKind = resources.get(kind) ?? new Map<OutcomeStatus, number>();
      resources.set(kind, ofKind.set(outcome, (ofKind.get(outcome) ?? 0) + count));
    },
    async end(): Promise<Measured> {
      const [account, expiries] = await looking;
      return {
        inventory: provider.id,
        account: account === undefined ? undefined : shortText(account, longestAccount),
        isSuccess: finished !== undefined && isSuccess(finished, acceptsIncomplete),
        samples: [
          one("complete", finished?.complete ? 1 : 0),
          ...(finished === undefined ? [] : [one("duration_seconds", finished.durationMs / 1000)]),
          one("requests", told.requests + traffic.requests),
          one("refused_requests", told.refused + traffic.refused),
          ...[...scopes].map(([outcome, count]) => one("scopes", count, { outcome })),
          ...[...resources].flatMap(([kind, ofKind]) =>
            [...ofKind].map(([outcome, count]) => one("resources", count, { kind, outcome })),
          ),
          ...endOf(expiries),
        ],
      };
    },
  };
}

/** The first end that is known. One that is not is left out: without a sample, nobody takes it for one that is far away. */
function endOf(expiries: CredentialEnds): readonly Sample[] {
  const ends = expiries.flatMap(({ at }) => {
    if (at === undefined) return [];
    return at === null ? Number.POSITIVE_INFINITY : Math.floor(Date.parse(at) / 1000);
  });
  const known = ends.filter((end) => !Number.isNaN(end));
  return known.length === 0 ? [] : [one("credential_expiry_timestamp_seconds", Math.min(...known))];
}

function one(name: GaugeName, value: number, labels: Sample["labels"] = {}): Sample {
  return { name, labels, value };
}
