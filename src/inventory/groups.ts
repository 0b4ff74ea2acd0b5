import type { Takers } from "./pass.ts";
import type { Provider, ReadContext, Traffic } from "./provider.ts";
import type { BegunScope } from "./read-scope.ts";
import { readTogether } from "./read-together.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/** What the list of a group came to in one scope of it. */
export interface BegunTogether {
  readonly scope: BegunScope;
  /** What that list cost; the first scope of the group bears all of it. */
  readonly traffic: Traffic;
  readonly startedMs: number;
}

/** Scopes of one kind that one list may serve: each joins while scopes are still being found, and all are read at once then. */
export interface Groups {
  /** Resolves once the list of the group is read; never rejects. */
  join(kind: ResourceKind, scope: Scope, together: string): Promise<BegunTogether>;
  /** No more scopes join: reads the lists, each in its turn. */
  read(): void;
}

export interface GroupParts {
  readonly provider: Provider;
  readonly context: ReadContext;
  readonly monotonic: () => number;
  /** What has to have been read before the list of a group is. */
  readonly heard: (kind: ResourceKind, scopes: readonly Scope[]) => Promise<void> | undefined;
  readonly inTurn: <Value>(read: () => Promise<Value>) => Promise<Value>;
  readonly takersOf: (kind: ResourceKind, scope: Scope) => Takers;
}

interface Group {
  readonly kind: ResourceKind;
  readonly scopes: Scope[];
  readonly begun: Promise<ReadonlyMap<string, BegunTogether>>;
  readonly tell: (begun: Promise<ReadonlyMap<string, BegunTogether>>) => void;
}

export function createGroups({ provider, context, monotonic, heard, inTurn, takersOf }: GroupParts): Groups {
  const open = new Map<string, Group>();

  async function readGroup({ kind, scopes }: Group): Promise<ReadonlyMap<string, BegunTogether>> {
    const startedMs = monotonic();
    const traffic: Traffic = { requests: 0, refused: 0 };
    const begun = await readTogether({
      provider,
      kind,
      scopes,
      context: { ...context, traffic },
      takersOf: (scope) => takersOf(kind, scope),
    });
    const costOf = (index: number): Traffic => (index === 0 ? traffic : { requests: 0, refused: 0 });
    return new Map([...begun].map(([id, scope], index) => [id, { scope, traffic: costOf(index), startedMs }]));
  }

  async function readInTurn(group: Group): Promise<ReadonlyMap<string, BegunTogether>> {
    // Before the turn is taken, lest it keep that from being read.
    await heard(group.kind, group.scopes);
    return inTurn(() => readGroup(group));
  }

  return {
    async join(kind, scope, together) {
      const key = `${kind.id}@${together}`;
      const group = open.get(key) ?? newGroup(kind);
      open.set(key, group);
      group.scopes.push(scope);
      return (await group.begun).get(scope.id) as BegunTogether;
    },
    read() {
      for (const group of open.values()) group.tell(readInTurn(group));
      open.clear();
    },
  };
}

function newGroup(kind: ResourceKind): Group {
  let tell: Group["tell"] = () => {};
  const begun = new Promise<ReadonlyMap<string, BegunTogether>>((resolve) => {
    tell = resolve;
  });
  return { kind, scopes: [], begun, tell };
}
