import { useRef, useState } from "preact/hooks";
import type { ChooseRequest, WizardError, WizardState } from "../../api.ts";
import { AccountKeys } from "../parts/account-keys.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { FoundSources } from "../parts/found-sources.tsx";
import { Grants, isMadeByLink } from "../parts/grants.tsx";
import { OutsideLink } from "../parts/outside-link.tsx";
import { Radios } from "../parts/radios.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { texts } from "../texts.ts";
import { type Entering, useEntering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

const said = texts.provider;

/** Step 1: whose account it is, how one signs in there, and where that is made. */
export function ProviderStep() {
  const { state, offer, call, take, go } = useWizard();
  const [error, setError] = useState<WizardError>();
  const entering = useEntering();
  const credential = state.chosen?.credential;
  const latest = useRef<Promise<{ readonly answer?: WizardState }>>(Promise.resolve({ answer: state }));

  const choose = async (request: ChooseRequest): Promise<void> => {
    const own = latest.current.then(() => call("choose", request));
    latest.current = own;
    const { answer, error } = await own;
    // Whoever moves through the choices by key chooses each for a moment: the last one counts.
    if (latest.current !== own) return;
    setError(error);
    if (answer === undefined) {
      latest.current = Promise.resolve({ answer: state });
      return;
    }
    take(answer);
    if ("found" in request) go(answer.isReady ? "check" : "keys");
  };
  const chooseProvider = (inventory: string): void => {
    const ways = state.providers.find((one) => one.inventory === inventory)?.form.credentials ?? [];
    const [only] = ways;
    void choose({ inventory, ...(ways.length === 1 && only !== undefined ? { credential: only.kind } : {}) });
  };
  const next = async (): Promise<void> => {
    const { answer } = await latest.current;
    if (answer === undefined) return;
    if (answer.chosen?.credential === undefined) return setError({ code: "INVALID_CONFIG", message: said.need });
    await entering.settle();
    go("keys");
  };

  return (
    <>
      <StepHeading>{said.heading}</StepHeading>
      <p>{said.intro}</p>
      <FoundSources onUse={(found) => void choose({ found })} />
      <Radios
        legend={said.provider}
        options={state.providers.map(({ inventory, title }) => ({ value: inventory, title }))}
        value={state.chosen?.inventory}
        onChoose={chooseProvider}
      />
      {offer === undefined ? null : (
        <>
          <AccountKeys entering={entering} />
          <Radios
            legend={said.way}
            options={offer.form.credentials.map(({ kind, title, purpose }) => ({ value: kind, title, hint: purpose }))}
            value={credential}
            onChoose={(kind) => void choose({ inventory: offer.inventory, credential: kind })}
          />
          {credential === undefined ? null : <WhereMade credential={credential} typed={entering.typed} />}
        </>
      )}
      <ErrorBox error={error ?? entering.error} />
      <StepEnd step="provider" onNext={() => void next()} />
    </>
  );
}

interface WhereMadeProps {
  readonly credential: string;
  /** What was typed here, which the server need not have told back. */
  readonly typed: Entering["typed"];
}

function WhereMade({ credential, typed }: WhereMadeProps) {
  const { state, offer } = useWizard();
  const entered = new Map(state.entered.map((one) => [one.key, "value" in one ? one.value : ""]));
  const hangsOn = JSON.stringify([state.chosen, ...entered]);
  if (offer === undefined) return null;
  const filledIn = (key: string): string | undefined => typed[key] || entered.get(key) || undefined;
  const endpoint = filledIn("endpoint") ?? offer.endpoints[0];
  // The same page without the rights would be the wrong one.
  const pages = offer.form.credentials
    .filter(({ kind }) => kind === credential && !isMadeByLink(kind))
    .flatMap((way) => way.pages)
    .filter((page) => page.endpoint === undefined || page.endpoint === endpoint)
    .map(({ title, url }) => ({
      title,
      url: url.replace(/\{(\w+)\}/g, (hole, key: string) => filledIn(key) ?? hole),
    }))
    .filter(({ url }) => !url.includes("{"));
  return (
    <section aria-labelledby="where-made">
      <h3 id="where-made">{said.where}</h3>
      <p>{said.whereHint}</p>
      {pages.length === 0 ? null : (
        <ul>
          {pages.map(({ title, url }) => (
            <li key={url}>
              <OutsideLink href={url}>{title}</OutsideLink>
            </li>
          ))}
        </ul>
      )}
      <h4>{texts.grants.heading}</h4>
      <p class="quiet">{said.rightsHint}</p>
      <Grants request={{ withPreflight: true }} hangsOn={hangsOn} linkText={texts.grants.link} />
    </section>
  );
}
