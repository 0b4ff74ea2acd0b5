import type { FoundSource } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.provider;

/** Credentials of this machine: named, never shown. */
export function FoundSources({ onUse }: { readonly onUse: (id: string) => void }) {
  const { state } = useWizard();
  if (state.found.length === 0) return null;
  return (
    <section aria-labelledby="found">
      <h3 id="found">{said.found}</h3>
      <p class="quiet">{said.foundHint}</p>
      <ul class="cards">
        {state.found.map((source) => (
          <Source key={source.id} source={source} onUse={onUse} />
        ))}
      </ul>
    </section>
  );
}

function Source({ source, onUse }: { readonly source: FoundSource; readonly onUse: (id: string) => void }) {
  const { state } = useWizard();
  const { id, inventory, credential, names, problem } = source;
  const offer = state.providers.find((one) => one.inventory === inventory);
  const title = offer?.title ?? inventory;
  const way = offer?.form.credentials.find(({ kind }) => kind === credential)?.title;
  const where = said.foundIn(source.where);
  return (
    <li>
      <strong>{title}</strong> <span class="quiet">{where}</span>
      {way === undefined ? null : <p>{way}</p>}
      {names.length === 0 ? null : <p class="quiet names">{names.join(", ")}</p>}
      {problem === undefined ? null : <p class="problem">{asSentence(problem)}</p>}
      {problem !== undefined ? null : (
        <button type="button" aria-label={said.use(title, where)} onClick={() => onUse(id)}>
          {state.chosen?.found === id ? said.taken : said.use(title, where)}
        </button>
      )}
    </li>
  );
}
