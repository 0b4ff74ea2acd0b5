import { type ConfigProblem, problemOf } from "../config-problem.ts";
import type { Pair } from "./pairs.ts";

/** A pair whose name is one of a config's keys. */
export interface NamedPair extends Pair {
  readonly key: string;
}

interface Chosen {
  readonly chosen: readonly NamedPair[];
  /** What the section's own name says. */
  readonly endpoint?: string;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Of several sections with keys the one that the text itself chooses, as the vendors' tools would: `endpoint` in `[default]` of ovh.conf,
 * `active_profile` of Scaleway's config.yaml, whose top level lies below each profile.
 */
export function chooseSection(
  named: readonly NamedPair[],
  pairs: readonly Pair[],
  endpoints: readonly string[],
  credentialKeys: readonly string[],
): Chosen {
  const isBase = ({ section }: Pair): boolean => section === "" || section.toLowerCase() === "default";
  const base = named.filter(isBase);
  const keyed = [...new Set(named.filter(({ key }) => credentialKeys.includes(key)).map(({ section }) => section))];
  const others = keyed.filter((section) => !isBase({ name: "", value: "", section }));
  const asked = pairs
    .filter(isBase)
    .filter(({ name }) => /^(?:ovh_)?endpoint$|^active_profile$|^scw_profile$/i.test(name));
  const section = others.find((one) => asked.some(({ value }) => value.toLowerCase() === one.toLowerCase()));
  const only = others.length === 1 && keyed.length === 1 ? others[0] : undefined;
  const taken = section ?? only;
  if (taken !== undefined) {
    const endpoint = endpoints.find((one) => one === taken.toLowerCase());
    const own = named.filter(({ section: of }) => of === taken);
    const covered = [...own.map(({ key }) => key), ...(endpoint === undefined ? [] : ["endpoint"])];
    const chosen = [...base.filter(({ key }) => !covered.includes(key)), ...own];
    return { chosen, ...(endpoint === undefined ? {} : { endpoint }), problems: [] };
  }
  if (others.length === 0 || keyed.length > others.length) return { chosen: base, problems: [] };
  return { chosen: [], problems: [problemOf("several-sections", { count: `${others.length}` })] };
}
