import type { EmulatorOptions, ScalewayRule } from "../options.ts";

/** What a customer is asked to grant: reading everything everywhere, and seeing the projects. */
const defaultRules: readonly ScalewayRule[] = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["ProjectReadOnly"], scope: "organization" },
];

/** The rules that apply to the bearer of the key; an owner needs none. */
export function rulesOf({ scalewayRules, scalewayBearer }: EmulatorOptions): readonly ScalewayRule[] {
  return scalewayRules ?? (scalewayBearer === "owner" ? [] : defaultRules);
}

/** The ids of the projects that a rule names, some by their place. */
export function namedProjects(scope: readonly (string | number)[], projectIds: readonly string[]): readonly string[] {
  return scope.map((project) => (typeof project === "number" ? (projectIds[project] ?? "") : project));
}
