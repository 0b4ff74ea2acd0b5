import { isBuiltKind, type OvhListKind, type ScalewayListKind, servedKindEntries } from "../kinds.ts";
import type { Item } from "../lists.ts";
import type { OvhFleet } from "../ovh/fleet.ts";
import { listedPerRegion } from "../ovh/place.ts";
import type { Plan } from "../plan.ts";
import type { ScalewaySource } from "../scaleway/source.ts";
import { servedKindsOf } from "./catalogue.ts";
import { createServedFleet, type ServedFleet } from "./fleet.ts";
import type { ServedPlace } from "./place.ts";
import type { ServedFleetParts } from "./slots.ts";

/** The same for every account. */
const kinds = servedKindsOf([...servedKindEntries.values()], (kind) => isOvhList(kind) || isScalewayList(kind));

/** What is made from examples, beside what has code of its own. */
export function servedFleetOf(
  plan: Plan,
  fleet: OvhFleet,
  source: ScalewaySource,
  own: Pick<ServedFleetParts, "organizationId" | "present" | "isScalewayMadeUp">,
): ServedFleet {
  return createServedFleet({
    ...own,
    plan,
    ovhProjectIds: fleet.projectIds,
    scalewayProjectIds: source.projects.map(({ id }) => id),
    kinds,
    others: (kind, place) => builtItems(kind, place, fleet, source),
  });
}

/** The items of a kind with code of its own that others stand below. */
function builtItems(kind: string, place: ServedPlace, fleet: OvhFleet, source: ScalewaySource): readonly Item[] {
  const { project = "", locality } = place;
  if (isScalewayList(kind)) {
    const query = { kind, path: "", project, locality: locality ?? "", organization: undefined, isPublic: false };
    return source.list(query);
  }
  if (!isOvhList(kind)) return [];
  if (listedPerRegion.includes(kind)) return fleet.list(kind, project, locality);
  return fleet.list(kind, project).filter(({ region }) => locality === undefined || region === locality);
}

function isScalewayList(kind: string): kind is ScalewayListKind {
  const isList = isBuiltKind(kind) && kind.startsWith("scaleway.");
  return isList && kind !== "scaleway.account.project" && kind !== "scaleway.object.bucket";
}

function isOvhList(kind: string): kind is OvhListKind {
  return isBuiltKind(kind) && kind.startsWith("ovh.") && kind !== "ovh.cloud.project";
}
