import { useId, useMemo, useState } from "preact/hooks";
import type { Resource } from "../../../../inventory/resource.ts";
import type { Found } from "../found.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.try;
const mostRows = 100;

/** The resources that were found, the first of them that contain what is typed. */
export function ResourceTable({ found: { resources, done, coverage, projects } }: { readonly found: Found }) {
  const id = useId();
  const [filter, setFilter] = useState("");
  const states = useMemo(() => new Map(coverage?.resources.map(({ urn, state }) => [urn, state])), [coverage]);
  const { report } = useWizard().state;
  const rows = useMemo(() => {
    const named = { ...Object.fromEntries(report?.projects?.map((one) => [one.id, one.name]) ?? []), ...projects };
    return resources.map((resource) => rowOf(resource, named));
  }, [resources, projects, report]);
  const words = filter.toLowerCase().split(/\s+/);
  const matching = rows.filter(({ text }) => words.every((word) => text.includes(word)));
  const shown = matching.slice(0, mostRows);
  const all = resources.length + (done?.untold ?? 0);
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{said.resources}</h3>
      <div class="field">
        <label htmlFor={id}>{said.filter}</label>
        <input id={id} type="search" value={filter} onInput={({ currentTarget }) => setFilter(currentTarget.value)} />
      </div>
      <p role="status">{said.shown(shown.length, all)}</p>
      <table class="stacked">
        <thead>
          <tr>
            {Object.entries(said.columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ urn, kind, name, project, place }) => {
            const state = states.get(urn);
            return (
              <tr key={urn}>
                <td class="names">{kind}</td>
                <td>{name}</td>
                <td>{project}</td>
                <td>{place}</td>
                <td data-title={said.columns.copies}>{state === undefined ? "" : said.states[state]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function rowOf({ urn, kind, name, region = "", details }: Resource, projects: Found["projects"]) {
  const { project = "" } = details;
  const row = { urn, kind, name, project: projects[project] ?? project, place: region };
  return { ...row, text: Object.values(row).join(" ").toLowerCase() };
}
