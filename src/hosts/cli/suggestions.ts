import { families } from "../../inventory/family.ts";
import { everyKind, familiesOf, isNamedBy } from "../../inventory/select-kinds.ts";
import { providerNames, schemaNames } from "../../providers/names.gen.ts";
import { namedKinds } from "../../providers/provider-names.ts";

/** What Tab can put in the place of the word that is being typed. */
export type Suggestion =
  | { readonly text: string; readonly help?: string }
  /** The names of files, which the shell knows best. */
  | { readonly path: "file" | "directory"; readonly prefix: string };

/** What is typed so far. */
export interface Typed {
  /** The word that is being typed; what follows it is not there yet. */
  readonly current: string;
  /** The words before it that are no options. */
  readonly words: readonly string[];
  /** The values of an option that were given already. */
  all(name: string): readonly string[];
}

/** What the value of an option can be, as far as it is known before a run. Those that do not begin with the word are left out by who asks. */
export type Values = (typed: Typed) => readonly Suggestion[];

/** One of a few words. */
export function words(...known: readonly string[]): Values {
  return () => known.map((text) => ({ text }));
}

/** One of a few words, and then nothing that is known. */
export function firstWord(...known: readonly string[]): Values {
  return ({ words: before }) => (before.length === 0 ? known.map((text) => ({ text })) : []);
}

export const aFile: Values = () => [{ path: "file", prefix: "" }];
export const aFolder: Values = () => [{ path: "directory", prefix: "" }];

/** `[ID=]FILE`; an id alone is not offered, since a shell would put a space behind it. */
export const aConfig: Values = ({ current }) => {
  const [id, ...rest] = current.split("=");
  const hasId = rest.length > 0 && Object.keys(providerNames).some((known) => known === id);
  return [{ path: "file", prefix: hasId ? `${id}=` : "" }];
};

export const providers: Values = () =>
  Object.entries(providerNames).map(([text, { title }]) => ({ text, help: title }));

export const schemas: Values = words(...schemaNames);
export const scopes: Values = words(...distinct(Object.values(providerNames).flatMap(({ scopes: own }) => own)));
export const endpoints: Values = words(...distinct(Object.values(providerNames).flatMap((names) => names.endpoints)));

/** The forms of the chosen providers. */
export const grantForms: Values = (typed) =>
  chosenNames(typed).flatMap(({ grantForms: forms, title }) => forms.map((text) => ({ text, help: title })));

/** A comma list of kinds and families of the chosen providers; an entry with `*` is left alone. */
export const kinds: Values = (typed) => kindList(typed, chosenNames(typed));

/** A comma list of kinds of those who hand out credentials. */
export const kindsOfRequestable: Values = (typed) =>
  kindList(
    typed,
    Object.values(providerNames).filter(({ handsOutCredentials }) => handsOutCredentials),
  );

type Names = (typeof providerNames)[string];

function chosenNames({ all }: Typed): readonly Names[] {
  const chosen = all("provider");
  const known = Object.entries(providerNames).filter(([id]) => chosen.length === 0 || chosen.includes(id));
  return known.map(([, names]) => names);
}

function kindList({ current, all }: Typed, names: readonly Names[]): readonly Suggestion[] {
  const before = current.slice(0, current.lastIndexOf(",") + 1);
  const entries = [...before.split(","), ...all("kinds").flatMap((list) => list.split(","))].map((entry) =>
    entry.trim(),
  );
  const given = entries.filter((entry) => entry !== "");
  const left = names.flatMap(namedKinds).filter((kind) => !given.some((word) => isNamedBy(kind, word)));
  const titles = new Map(names.flatMap((one) => Object.entries(one.kinds)).map(([id, { title }]) => [id, title]));
  const ids = left.map(({ id }) => [id, titles.get(id)] as const);
  const ofFamilies = familiesOf(left).map((family) => [family, new Map(Object.entries(families)).get(family)] as const);
  // Beside other kinds, or twice, it says nothing.
  const every = given.length === 0 ? [[everyKind, "every kind"] as const] : [];
  return [...ids, ...ofFamilies, ...every].map(([word, help]) => ({
    text: `${before}${word}`,
    ...(help === undefined ? {} : { help }),
  }));
}

function distinct(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
