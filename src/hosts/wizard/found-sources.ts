import type { Credential } from "../../credentials/credential.ts";
import { type FoundConfig, findConfig, type SourceMap } from "../../credentials/sources.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import type { FoundSource } from "./api.ts";
import { textsOf, type Values } from "./values.ts";

type Definition = Pick<ProviderDefinition, "id" | "sources" | "credentials">;

/** A credential that was found on this machine, and what it holds: for the server alone. */
export interface Found {
  readonly source: FoundSource;
  readonly values: Values;
}

/**
 * The credentials of the environment and of the profile that the provider's tools would take, each by itself. Read anew each time, so that
 * nothing of them is held before it is chosen.
 */
export function findSources(
  { id, sources, credentials }: Definition,
  environment: NodeJS.ProcessEnv,
): readonly Found[] {
  const inProfile = withoutCredentials(sources, environment);
  const isInEnvironment = Object.keys(inProfile).length < Object.keys(environment).length;
  const environments = [
    ...(isInEnvironment ? [{ name: "environment", environment }] : []),
    { name: "profile", environment: inProfile },
  ];
  return environments.flatMap(({ name, environment: own }): readonly Found[] => {
    const about = { id: `${id}-${name}`, inventory: id };
    try {
      const found = findConfig(sources, { file: undefined, environment: own });
      return found === undefined ? [] : [foundOf(about, found, credentials)];
    } catch (thrown) {
      const problem = asInventoryError(thrown).message;
      return [{ source: { ...about, where: name, names: [], problem }, values: {} }];
    }
  });
}

function foundOf(
  about: Pick<FoundSource, "id" | "inventory">,
  { raw, where, nameOf }: FoundConfig,
  credentials: readonly { readonly kind: Credential["kind"]; readonly keys: readonly string[] }[],
): Found {
  const values = textsOf(raw);
  const family = credentials.find(({ keys }) => keys.some((key) => values[key] !== undefined));
  const keys = (family?.keys ?? []).filter((key) => values[key] !== undefined);
  const credential = family === undefined ? {} : { credential: family.kind };
  return { source: { ...about, ...credential, where, names: keys.map(nameOf) }, values };
}

/** The environment without what makes a credential: with it, no profile would be read for one. */
function withoutCredentials({ families, environment: names }: SourceMap, environment: NodeJS.ProcessEnv) {
  const own = new Set(families.flat().map((key) => names[key]));
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.has(name)));
}
