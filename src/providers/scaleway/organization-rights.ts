import type { Credential } from "../../credentials/credential.ts";
import type { Door } from "../../http/door.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { askingOnce, type ClientKeys, createScalewayReader } from "./client.ts";
import { type Authority, readAuthority } from "./preflight/authority.ts";
import { standingOf } from "./preflight/permissions.ts";

/** Whether the key's rights on a kind reach every project that the organization has, whatever their number. */
export type CoversAll = (kind: ListedKind) => boolean;

/** Reads in IAM what the key may do; never rejects: what may not be read covers nothing. */
export type RightsReader = (
  organization: string,
  projects: readonly string[],
  context: ReadContext,
) => Promise<CoversAll>;

/** At most five requests deep, each sent once. */
export function createRightsReader(
  credential: Credential,
  { send }: Pick<Door, "send">,
  keys: ClientKeys,
  origin: URL,
): RightsReader {
  const sendOnce = askingOnce(send);
  const reader = createScalewayReader({ send: sendOnce }, keys, origin);
  return async (organization, projects, context) => {
    const inspect = () => credential.inspect(sendOnce, context);
    // A key that is refused is refused by the lists too, which say so.
    const authority = await readAuthority(inspect, reader(context)).catch((): Authority => ({}));
    return coversAll(authority, organization, projects);
  };
}

/**
 * Only a rule without a condition and with the organization's id counts, which reaches all current and future projects: an
 * organization's list is refused to any other one, also where it names every project (scaleway/scaleway-cli, issue 5686). A kind that
 * is completed by another one needs the same of that, or no right on it in any project, so that it is refused everywhere alike.
 */
function coversAll({ bearer, grants }: Authority, organization: string, projects: readonly string[]): CoversAll {
  if (grants === undefined || bearer?.organization !== organization) return () => false;
  const everywhere = grants.grants.filter(({ reach }) => reach === "all-projects");
  const setsOf = ({ rights }: ListedKind): readonly string[] => rights["permissionSets"] ?? [];
  const isCovered = (kind: ListedKind): boolean => standingOf(everywhere, setsOf(kind), "") === "granted";
  const isNowhere = (kind: ListedKind): boolean =>
    grants.isWhole && projects.every((project) => standingOf(grants.grants, setsOf(kind), project) === "missing");
  return (kind) => isCovered(kind) && (kind.joins ?? []).every((join) => isCovered(join.kind) || isNowhere(join.kind));
}
