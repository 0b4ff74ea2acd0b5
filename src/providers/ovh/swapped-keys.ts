import { type ConfigProblem, problemOf } from "../../config/config-problem.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * How long the keys of an API credential are in every example that OVHcloud publishes (READMEs of ovh/go-ovh and ovh/python-ovh).
 * No page promises it, so another length alone is never refused.
 */
export const usualLengths = { application_key: 16, application_secret: 32, consumer_key: 32 } as const;
const lengths: Readonly<Record<string, number>> = usualLengths;
const names: Readonly<Record<string, string>> = {
  application_key: "the application key",
  application_secret: "the application secret",
  consumer_key: "the consumer key",
};

/** The ids of service accounts, as OVHcloud's guides show them: `EU.` and 16 hexadecimal digits. */
export const clientIdForm = /^[A-Z]{2}\.[0-9a-f]{16}$/;

/** Keys that are certain to stand in each other's place. */
export function swappedKeys(values: Values): readonly ConfigProblem[] {
  return [...pastedAsProject(values), ...swappedLengths(values), ...swappedClient(values)];
}

/** What is doubtful about keys and yet no proof, since OVHcloud promises nothing of their form: warnings, no refusals. */
export function doubtfulKeys(values: Values): readonly ConfigProblem[] {
  if (swappedKeys(values).length > 0) return [];
  return [...twiceGiven(values), ...lookAlikes(values), ...clientOfOtherPlace(values)];
}

/** Keys of an API credential that look like another one by their length, where no other key shows that the two were swapped. */
function lookAlikes(values: Values): readonly ConfigProblem[] {
  return Object.entries(lengths).flatMap(([key, usual]) => {
    const length = lengthOf(values[key]);
    if (length === usual || !Object.values(lengths).includes(length)) return [];
    const others = usual === 16 ? "application secrets and consumer keys" : "application keys";
    return [problemOf("other-length", { length: `${length}`, others, usual: `${usual}` }, key)];
  });
}

function swappedLengths(values: Values): readonly ConfigProblem[] {
  const key = "application_key";
  if (lengthOf(values[key]) !== 32) return [];
  const other = ["application_secret", "consumer_key"].find((name) => lengthOf(values[name]) === 16);
  return other === undefined ? [] : [looksLike(key, other, 32), looksLike(other, key, 16)];
}

function looksLike(key: string, other: string, length: number): ConfigProblem {
  return problemOf("swapped", { means: `${names[other]} (${length} characters)`, other }, key);
}

function swappedClient({ client_id: id, client_secret: secret }: Values): readonly ConfigProblem[] {
  if (!clientIdForm.test(String(secret)) || clientIdForm.test(String(id))) return [];
  return [problemOf("swapped", { means: "the client id (EU. and 16 digits)", other: "client_id" }, "client_secret")];
}

/** One value under two keys. */
function twiceGiven(values: Values): readonly ConfigProblem[] {
  const given = givenKeys(values);
  return given.flatMap((key, index) => {
    const first = given.slice(0, index).find((other) => values[other] === values[key]);
    return first === undefined ? [] : [problemOf("given-under-two-keys", { other: first }, key)];
  });
}

/** In every example that OVHcloud publishes a service account's id begins with the world that the account lives in. */
function clientOfOtherPlace({ client_id: id, endpoint = "ovh-eu" }: Values): readonly ConfigProblem[] {
  const [, world] = /^(EU|CA|US)\./.exec(String(id ?? "")) ?? [];
  const chosen = String(endpoint);
  const made = `ovh-${world?.toLowerCase()}`;
  if (world === undefined || !/^ovh-(eu|ca|us)$/.test(chosen) || chosen === made) return [];
  return [problemOf("other-place", { made, chosen }, "client_id")];
}

/** A project's id has the form of a secret, and would be sent in a path. */
function pastedAsProject(values: Values): readonly ConfigProblem[] {
  const lists = [values["project_ids"]].flat();
  const projects = lists.flatMap((list) => String(list).split(",")).map((id) => id.trim());
  return givenKeys(values)
    .filter((key) => projects.includes(String(values[key])))
    .map((key) => problemOf("secret-as-project", { other: key }, "project_ids"));
}

function givenKeys(values: Values): readonly string[] {
  return Object.keys(lengths).filter((key) => typeof values[key] === "string");
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
