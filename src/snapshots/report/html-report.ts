import { reportPage } from "./page/page.ts";
import type { Report } from "./report.ts";
import { tableRows } from "./rows.ts";
import { reportTitle, sectionsOf } from "./sections/index.ts";

/**
 * A report as one HTML file that needs nothing else, as chunks of text in their order. The snapshots are read once more for the table.
 *
 * @param signal stops the reading.
 * @throws InventoryError INVALID_CONFIG where a snapshot was replaced meanwhile; CANCELLED where the signal is aborted.
 */
export async function* htmlReport(report: Report, signal?: AbortSignal): AsyncGenerator<string, void, void> {
  // What draws takes a while to load, and who imports the library may never need it.
  const { htmlSection } = await import("./html.ts");
  yield* reportPage({
    title: reportTitle,
    sections: sectionsOf(report).map(htmlSection),
    rows: tableRows(report, signal),
  });
}
