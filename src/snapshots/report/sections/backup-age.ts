import { backupAges } from "../backup-ages.ts";
import { bars, counted, type Section, text } from "../blocks.ts";
import type { Report } from "../report.ts";

/** How old the newest backups are. */
export function backupAgeSection({ coverage: { total }, backupAges: counts }: Report): Section {
  if (total.backup === 0) {
    return { id: "backup-age", title: "Age of the last backup", blocks: [text("No backup of a provider was seen.")] };
  }
  return {
    id: "backup-age",
    title: "Age of the last backup",
    blocks: [
      text(
        `Of ${counted(total.backup, "resource")} with a backup of the provider: how old the newest one was when the snapshot was begun.`,
      ),
      bars({
        title: "Age of the newest backup",
        of: "age",
        unit: "resources",
        series: [{ id: "good", title: "resources" }],
        bars: backupAges.map((age) => ({ name: age, values: [counts[age]] })),
      }),
    ],
  };
}
