import type { FoundSource, ProviderOffer } from "../../wizard/api.ts";
import { calls } from "../../wizard/calls.ts";
import { askKey } from "./ask-key.ts";
import { chooseKinds } from "./choose-kinds.ts";
import type { Option } from "./questions.ts";
import { requestApproval } from "./request-approval.ts";
import { fillsIn, showGrants } from "./show-grants.ts";
import { attempt, type Step, type StepName, signs, type Visit } from "./visit.ts";

const byApproval = "approval";

/** Which provider, and with which kind of credential. */
export const signIn: Step = async (visit) => {
  const { ask, screen, surroundings } = visit;
  const { found, providers } = await calls.state({}, surroundings);
  const titleOf = (inventory: string): string =>
    providers.find((provider) => provider.inventory === inventory)?.title ?? inventory;
  for (const { where, problem, inventory } of found) {
    if (problem !== undefined) screen.line(`${titleOf(inventory)}, ${where}: ${problem}`, signs.doubtful);
  }
  const usable = found.filter(({ problem }) => problem === undefined);
  const chosen = await ask.choose("Which account shall be connected?", [
    ...usable.map((source) => foundOption(source, titleOf(source.inventory))),
    ...providers.map(({ inventory, title }) => ({ value: inventory, label: title, hint: "enter a key" })),
  ]);
  const provider = providers.find(({ inventory }) => inventory === chosen);
  if (provider !== undefined) return chooseWay(visit, provider);
  const taken = await attempt(visit, async () => calls.choose({ found: chosen }, surroundings));
  return taken === undefined ? "sign-in" : "enter";
};

/** A credential is named by where it stands, and never shown. */
function foundOption({ id, where, names }: FoundSource, title: string): Option {
  const place = where === "environment" ? "the environment" : where;
  return { value: id, label: `${title}, the credential in ${place}`, hint: names.join(", ") };
}

async function chooseWay(visit: Visit, provider: ProviderOffer): Promise<StepName> {
  const { ask, screen, surroundings } = visit;
  const { inventory, title, endpoints, form, approvalKeys } = provider;
  await calls.choose({ inventory }, surroundings);
  if (endpoints.length > 0) {
    const options = endpoints.map((value) => ({ value, label: value }));
    const endpoint = await ask.choose(`Where does the account of ${title} live?`, options);
    await calls.enter({ values: { endpoint } }, surroundings);
  }
  for (const credential of form.credentials) screen.line(`${credential.title}. ${credential.purpose}`);
  const credentials = form.credentials.map(({ kind, title: label }) => ({ value: String(kind), label }));
  const approval = {
    value: byApproval,
    label: "Have a key made: approve it on the provider's page",
    hint: "takes an application key and its secret",
  };
  const ways = [...credentials, ...(approvalKeys === undefined ? [] : [approval])];
  const [only] = ways;
  const way = ways.length === 1 && only !== undefined ? only.value : await ask.choose("How do you sign in?", ways);
  if (way === byApproval) {
    await chooseKinds(visit, "What shall the key be able to read?");
    return requestApproval(visit, approvalKeys ?? []);
  }
  await calls.choose({ inventory, credential: way }, surroundings);
  const has = await ask.choose("Is it made already?", [
    { value: "yes", label: "Yes, enter it now" },
    { value: "no", label: "No, show where it is made and what it needs" },
  ]);
  if (has === "no") await showMaking(visit, provider, way);
  return "enter";
}

/** The page where the credential is made, filled in with the rights of the chosen kinds where the provider's page takes that. */
async function showMaking(visit: Visit, { form }: ProviderOffer, way: string): Promise<void> {
  const { session, screen, surroundings } = visit;
  await chooseKinds(visit, "What shall the key be able to read?");
  const endpoint = session.values["endpoint"];
  const made = form.credentials.find(({ kind }) => kind === way)?.pages ?? [];
  const pages = made.filter((page) => page.endpoint === undefined || page.endpoint === endpoint);
  const rights = (narrow: boolean) => calls.rights({ withPreflight: true, narrow }, surroundings);
  const sheet = await rights(false);
  for (const page of pages) {
    const filled = sheet.grants.find((grant) => fillsIn(grant, page.url));
    const url = filled?.text ?? (await addressOf(visit, page.url));
    screen.line(`${page.title}${filled === undefined ? "" : ", filled in with just what is needed"}:`);
    screen.copy(url);
  }
  await showGrants(visit, sheet, { isPageShown: true, narrower: async () => rights(true) });
}

/** The address of a page, whose account stands in it. */
async function addressOf(visit: Visit, url: string): Promise<string> {
  const { values } = visit.session;
  const keys = [...url.matchAll(/\{(\w+)\}/g)].flatMap(([, key]) => key ?? []);
  for (const key of keys) if (values[key] === undefined) await askKey(visit, key);
  return url.replace(/\{(\w+)\}/g, (hole, key: string) => visit.session.values[key] ?? hole);
}
