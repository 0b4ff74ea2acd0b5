import type * as z from "zod";
import type { Call, Dialect } from "../../listing/dialects/dialect.ts";
import { defineKind, type KindDefinition, type ListedKind } from "../../listing/kind.ts";
import { actionsOf } from "./actions.gen.ts";
import { indexedTags, indexRules } from "./tag-index.ts";

export const regionsPath = "/cloud/project/{project}/region";
export const regionPath = "/cloud/project/{project}/region/{locality}";

/** A call that reading a kind makes; places in the path are in braces. */
export interface NeededCall {
  readonly template: string;
  /** Asked only where the region answers that it does not have the product. */
  readonly whereAbsent?: boolean;
}

/** The calls that reading a kind makes below the account: the list of regions, the list itself, each item. */
export function callsOf({ list, locality }: Pick<ListedKind, "list" | "locality">): readonly NeededCall[] {
  const own = pathsOf(list, (of) => of !== "fact").map((template) => ({ template }));
  return locality === "region" ? [{ template: regionsPath }, { template: regionPath, whereAbsent: true }, ...own] : own;
}

/** A call as the access rule that grants it in every place. */
export function ruleOf(template: string, values: Readonly<Record<string, string>> = {}): string {
  return `GET ${template.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? "*")}`;
}

/** Binds a row of OVHcloud's table: the rights follow from the calls that reading makes. */
export function ovhKind<Shape extends z.ZodObject>(
  definition: Omit<KindDefinition<Shape>, "rights" | "needs">,
): ListedKind {
  const templates = callsOf(definition).map(({ template }) => template);
  const facts = pathsOf(definition.list, (of) => of === "fact");
  const joins = indexedTags(definition);
  const rules = rulesOf(templates);
  const optionalRules = [...rulesOf(facts), ...indexRules(joins)];
  const rights = {
    rules,
    actions: actionsFor(templates),
    ...(optionalRules.length === 0 ? {} : { optionalRules, optionalActions: actionsFor(facts) }),
  };
  return defineKind({ ...definition, rights, needs: rules, ...(joins.length === 0 ? {} : { joins }) });
}

function pathsOf({ calls }: Dialect, isWanted: (of: Call["of"]) => boolean): readonly string[] {
  return calls.flatMap(({ path, of }) => (isWanted(of) ? [path] : []));
}

function rulesOf(templates: readonly string[]): readonly string[] {
  return [...new Set(templates.map((template) => ruleOf(template)))];
}

function actionsFor(templates: readonly string[]): readonly string[] {
  return [...new Set(rulesOf(templates).flatMap((rule) => actionsOf[rule.replace(/^GET /, "")] ?? []))];
}
