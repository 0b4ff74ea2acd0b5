import type * as z from "zod";
import { type ConfigProblem, issueOf } from "../../config/config-problem.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * How long the keys of an API credential are in every example that OVHcloud publishes (READMEs of ovh/go-ovh and ovh/python-ovh).
 * No page promises it, so another length alone is never refused.
 */
const lengths: Readonly<Record<string, number>> = { application_key: 16, application_secret: 32, consumer_key: 32 };
const names: Readonly<Record<string, string>> = {
  application_key: "the application key",
  application_secret: "the application secret",
  consumer_key: "the consumer key",
};

/** The ids of service accounts, as OVHcloud's guides show them: `EU.` and 16 hexadecimal digits. */
export const clientIdForm = /^[A-Z]{2}\.[0-9a-f]{16}$/;

/** A schema's refinement by {@link swappedKeys}. */
export function refuseSwappedKeys(values: Values, context: z.RefinementCtx): void {
  for (const problem of swappedKeys(values)) context.addIssue(issueOf(problem));
}

/** Keys that are certain to stand in each other's place. */
export function swappedKeys(values: Values): readonly ConfigProblem[] {
  return [...pastedAsProject(values), ...swappedLengths(values), ...swappedClient(values)];
}

/** What is doubtful about keys and yet no proof, since OVHcloud promises nothing of their form: warnings, no refusals. */
export function doubtfulKeys(values: Values): readonly string[] {
  return swappedKeys(values).length > 0 ? [] : [...twiceGiven(values), ...lookAlikes(values)];
}

/** Keys of an API credential that look like another one by their length, where no other key shows that the two were swapped. */
function lookAlikes(values: Values): readonly string[] {
  return Object.entries(lengths).flatMap(([key, usual]) => {
    const length = lengthOf(values[key]);
    if (length === usual || !Object.values(lengths).includes(length)) return [];
    const other = usual === 16 ? "application secrets and consumer keys have" : "application keys have";
    return [
      `${key} has ${length} characters, as ${other}; all that OVHcloud shows have ${usual}: is it the right one?`,
    ];
  });
}

function swappedLengths(values: Values): readonly ConfigProblem[] {
  const key = "application_key";
  if (lengthOf(values[key]) !== 32) return [];
  const other = ["application_secret", "consumer_key"].find((name) => lengthOf(values[name]) === 16);
  return other === undefined ? [] : [looksLike(key, other, 32), looksLike(other, key, 16)];
}

function looksLike(key: string, other: string, length: number): ConfigProblem {
  return {
    key,
    problem: `looks like ${names[other]} (${length} characters)`,
    remediation: `swapped with ${other}? Exchange the two`,
  };
}

function swappedClient({ client_id: id, client_secret: secret }: Values): readonly ConfigProblem[] {
  if (!clientIdForm.test(String(secret)) || clientIdForm.test(String(id))) return [];
  const remediation = "swapped with client_id? Exchange the two";
  return [{ key: "client_secret", problem: "looks like the client id (EU. and 16 digits)", remediation }];
}

/** One value under two keys. */
function twiceGiven(values: Values): readonly string[] {
  const given = givenKeys(values);
  return given.flatMap((key, index) => {
    const first = given.slice(0, index).find((other) => values[other] === values[key]);
    return first === undefined ? [] : [`${key} is the same as ${first}: was one pasted twice?`];
  });
}

/** A project's id has the form of a secret, and would be sent in a path. */
function pastedAsProject(values: Values): readonly ConfigProblem[] {
  const projects = [values["project_ids"]].flat();
  return givenKeys(values)
    .filter((key) => projects.includes(values[key]))
    .map((key) => ({
      key: "project_ids",
      problem: `holds the same as ${key}`,
      remediation: "a project's id stands in the address of its page; compare them with what OVHcloud showed",
    }));
}

function givenKeys(values: Values): readonly string[] {
  return Object.keys(lengths).filter((key) => typeof values[key] === "string");
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
