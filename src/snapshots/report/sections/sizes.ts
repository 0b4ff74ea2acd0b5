import { inBytes } from "../../in-bytes.ts";
import { bars, classTitle, counted, cutTable, grouped, type Section, text, told } from "../blocks.ts";
import type { Figures } from "../figures.ts";
import type { Report } from "../report.ts";

const mostKinds = 15;

/** How large the resources are, as far as providers say. */
export function sizesSection({ totals: { byClass, byKind } }: Report): Section {
  const [resources, sized] = [sum(byClass, "resources"), sum(byClass, "sized")];
  return {
    id: "sizes",
    title: "Sizes",
    blocks: [
      text(
        `${inBytes(sum(byClass, "bytes"))} in ${counted(sized, "resource")} that say how large they are; ${grouped(resources - sized)} do not say. `,
        "What is told of two, such as of a disk and of its snapshot, counts for both.",
      ),
      ...(sized === 0
        ? []
        : [
            bars({
              title: "Size by class",
              of: "class",
              unit: "bytes",
              series: [{ id: "plain", title: "size" }],
              bars: largest(byClass).map((one) => ({ name: classTitle(one.class), values: [one.bytes] })),
            }),
            ...cutTable(
              {
                title: "Size by kind",
                head: ["kind", "size", "say their size", "do not say"],
                rows: largest(byKind).map((one) => [
                  told(one.kind),
                  inBytes(one.bytes),
                  grouped(one.sized),
                  grouped(one.resources - one.sized),
                ]),
                numbers: [1, 2, 3],
              },
              mostKinds,
            ),
          ]),
    ],
  };
}

function largest<Group extends Figures>(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ sized }) => sized > 0).sort((one, other) => other.bytes - one.bytes);
}

function sum(groups: readonly Figures[], figure: keyof Figures): number {
  return groups.reduce((total, one) => total + one[figure], 0);
}
