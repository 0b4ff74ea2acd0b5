import type { CoverageLine } from "../../api.ts";
import { texts } from "../texts.ts";

const said = texts.try;
const coverageStates = ["backup", "snapshots-only", "none-found", "unknown"] as const;

/** What the provider holds of the resources that a backup can be of. */
export function Protection({ coverage: { total, byClass } }: { readonly coverage: CoverageLine }) {
  if (total.resources === 0) return null;
  return (
    <section aria-labelledby="protects">
      <h3 id="protects">{said.protects}</h3>
      <table class="stacked">
        <caption>{said.ofResources}</caption>
        <thead>
          <tr>
            <td />
            {coverageStates.map((state) => (
              <th key={state} scope="col">
                {said.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byClass.map((group) => (
            <tr key={group.class}>
              <th scope="row">{group.class}</th>
              {coverageStates.map((state) => (
                <td key={state} class="number" data-title={said.states[state]}>
                  {group[state]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
