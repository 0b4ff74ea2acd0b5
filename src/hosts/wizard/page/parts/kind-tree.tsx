import { useEffect, useRef } from "preact/hooks";
import type { Estimate } from "../../../../inventory/estimate.ts";
import { type Family, families } from "../../../../inventory/family.ts";
import type { Choice } from "../../../../providers/choices.ts";
import { type KindRights, rightsByKind } from "../check-progress.ts";
import { grouped } from "../grouped.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.choose;

interface KindTreeProps {
  readonly kinds: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly cost: Estimate | undefined;
}

/** The kinds by family: a box for all of a family, and one for each kind of it. */
export function KindTree({ kinds, chosen, onChoose, cost }: KindTreeProps) {
  const { state } = useWizard();
  const rights = new Map(rightsByKind(state.report?.coverage ?? []).map((one) => [one.kind, one]));
  const requests = new Map(cost?.kinds.map((one) => [one.kind, one.requests]));
  const set = (values: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen);
    for (const value of values) {
      if (isOn) next.add(value);
      else next.delete(value);
    }
    onChoose(next);
  };
  const byFamily = grouped(kinds, ({ family = "account" }) => family);
  const known = (Object.keys(families) as Family[]).filter((family) => byFamily.has(family));
  return (
    <ul class="tree">
      {known.map((family) => (
        <FamilyBranch
          key={family}
          title={families[family]}
          kinds={byFamily.get(family) ?? []}
          chosen={chosen}
          set={set}
          rights={rights}
          requests={requests}
        />
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly title: string;
  readonly kinds: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly set: (values: readonly string[], isOn: boolean) => void;
  readonly rights: ReadonlyMap<string, KindRights>;
  readonly requests: ReadonlyMap<string, number>;
}

function FamilyBranch({ title, kinds, chosen, set, rights, requests }: BranchProps) {
  const box = useRef<HTMLInputElement>(null);
  const count = kinds.filter(({ value }) => chosen.has(value)).length;
  // Nobody's personal data is read because a whole family was chosen.
  const ofFamily = kinds.filter(({ personal = false }) => !personal).map(({ value }) => value);
  const isAll = ofFamily.length > 0 && ofFamily.every((value) => chosen.has(value));
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && count < kinds.length;
  });
  return (
    <li>
      <label class="choice">
        <input
          ref={box}
          type="checkbox"
          checked={count === kinds.length}
          disabled={ofFamily.length === 0}
          onChange={() => set(isAll ? kinds.map(({ value }) => value) : ofFamily, !isAll)}
        />{" "}
        <strong>{title}</strong> <span class="quiet">{said.chosenOf(count, kinds.length)}</span>
      </label>
      <details>
        <summary>{said.showKinds(title)}</summary>
        <ul>
          {kinds.map((kind) => (
            <KindLeaf
              key={kind.value}
              kind={kind}
              isChosen={chosen.has(kind.value)}
              onChoose={(isOn) => set([kind.value], isOn)}
              rights={rights.get(kind.value)}
              requests={requests.get(kind.value)}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface LeafProps {
  readonly kind: Choice;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
  readonly rights: KindRights | undefined;
  readonly requests: number | undefined;
}

const markOf = { granted: "pass", missing: "fail", unknown: "unknown" } as const;

function KindLeaf({ kind, isChosen, onChoose, rights, requests }: LeafProps) {
  return (
    <li>
      <label class="choice">
        <input type="checkbox" checked={isChosen} onChange={({ currentTarget }) => onChoose(currentTarget.checked)} />
        <span>
          {kind.title ?? kind.value} <span class="quiet names">{kind.value}</span>{" "}
          {kind.byDefault ? <span class="mark">{said.byDefault}</span> : null}{" "}
          {kind.optional ? <span class="mark">{said.optional}</span> : null}{" "}
          {kind.personal ? <span class="mark warn">{said.personal}</span> : null}{" "}
          {rights === undefined ? null : <span class={`mark ${markOf[rights.status]}`}>{said[rights.status]}</span>}{" "}
          {requests === undefined ? null : <span class="quiet">{said.requests(requests)}</span>}
        </span>
      </label>
    </li>
  );
}
