import type { Section } from "../blocks.ts";
import type { Report } from "../report.ts";
import { backupAgeSection } from "./backup-age.ts";
import { changesSections } from "./changes.ts";
import { coverageSection } from "./coverage.ts";
import { credentialsSection } from "./credentials.ts";
import { outcomesSection } from "./outcomes.ts";
import { placesSection } from "./places.ts";
import { sizesSection } from "./sizes.ts";
import { totalsSection } from "./totals.ts";

export const reportTitle = "Cloud inventory report";

/** What a report says, in its order: first what it knows at all. */
export function sectionsOf(report: Report): readonly Section[] {
  return [
    outcomesSection(report),
    totalsSection(report),
    coverageSection(report),
    placesSection(report),
    sizesSection(report),
    backupAgeSection(report),
    credentialsSection(report),
    ...changesSections(report),
  ];
}
