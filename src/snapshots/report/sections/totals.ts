import { bars, classTitle, counted, cutTable, grouped, type Section, table, text, told } from "../blocks.ts";
import type { Report } from "../report.ts";

const mostProjects = 30;

/** How many resources there are, by what they are and whose. */
export function totalsSection({ totals }: Report): Section {
  const { byProvider, byClass, byKind, byProject } = totals;
  const resources = byProvider.reduce((sum, one) => sum + one.resources, 0);
  return {
    id: "totals",
    title: "Resources",
    blocks: [
      text(`${counted(resources, "resource")} of ${counted(byKind.length, "kind")}.`),
      bars({
        title: "Resources by class",
        of: "class",
        unit: "resources",
        series: [{ id: "plain", title: "resources" }],
        bars: byClass.map((one) => ({ name: classTitle(one.class), values: [one.resources] })),
      }),
      table({
        title: "By provider",
        head: ["inventory", "resources", "hold data", "copies"],
        rows: byProvider.map((one) => [
          told(one.inventory),
          grouped(one.resources),
          grouped(one.data),
          grouped(one.copies),
        ]),
        numbers: [1, 2, 3],
      }),
      ...cutTable(
        {
          title: "By project",
          head: ["inventory", "account", "project", "name", "resources", "hold data", "copies"],
          rows: byProject.map((one) => [
            told(one.inventory),
            told(one.account ?? ""),
            one.project === undefined ? "in no project" : told(one.project),
            told(one.projectName ?? ""),
            grouped(one.resources),
            grouped(one.data),
            grouped(one.copies),
          ]),
          numbers: [4, 5, 6],
        },
        mostProjects,
      ),
    ],
  };
}
