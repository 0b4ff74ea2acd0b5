import {
  type Block,
  counted,
  cutTable,
  dayOf,
  grouped,
  type Section,
  table,
  text,
  told,
  type Words,
} from "../blocks.ts";
import { type CredentialEnd, type CredentialEnds, endingKinds } from "../credential-ends.ts";
import type { Report } from "../report.ts";
import type { ReportedSnapshot } from "../reported-snapshot.ts";

const dayMs = 86_400_000;
const mostListed = 25;

/** When the credentials of the runs end, and the keys, certificates and policies that the runs found. */
export function credentialsSection({ credentials, snapshots, madeAt }: Report): Section {
  const nowMs = Date.parse(madeAt);
  return {
    id: "credentials",
    title: "Expiring credentials",
    blocks: [...ofRuns(snapshots, nowMs), ...ofResources(credentials, nowMs)],
  };
}

function ofRuns(snapshots: readonly ReportedSnapshot[], nowMs: number): readonly Block[] {
  const rows = snapshots.flatMap(({ inventory, account, finished: { credentialEnds = [] } }) =>
    credentialEnds.map(({ what, at }): readonly Words[] => [
      told(inventory),
      told(account ?? ""),
      told(what),
      at === undefined ? "could not be read" : at === null ? "never" : dayOf(at),
      typeof at === "string" ? daysLeft(at, nowMs) : "",
    ]),
  );
  if (rows.length === 0) {
    return [
      text(
        "When the credentials of the runs end, the snapshots do not say; ",
        told("cloud-inventory preflight"),
        " does.",
      ),
    ];
  }
  return [
    table({
      title: "What the runs read with",
      head: ["inventory", "account", "what", "ends", "days left"],
      rows,
      numbers: [4],
    }),
  ];
}

function ofResources({ earliest, credentials: all, dated }: CredentialEnds, nowMs: number): readonly Block[] {
  if (all === 0) {
    return [
      text(
        "The snapshots hold no keys, certificates or policies. They are read where their kinds are named: ",
        told(endingKinds.join(", ")),
        ".",
      ),
    ];
  }
  return [
    text(`${counted(all, "credential")} in the snapshots; the end of ${grouped(dated)} is told.`),
    ...(dated === 0
      ? []
      : cutTable(
          {
            title: "What ends first",
            head: ["ends", "days left", "what", "name", "kind", "URN"],
            rows: earliest.slice(0, mostListed).map((end) => cellsOf(end, nowMs)),
            numbers: [1],
          },
          mostListed,
          dated,
        )),
  ];
}

function cellsOf({ what, kind, urn, name, endsAt }: CredentialEnd, nowMs: number): readonly Words[] {
  return [dayOf(endsAt), daysLeft(endsAt, nowMs), what, told(name), told(kind), told(urn)];
}

function daysLeft(endsAt: string, nowMs: number): string {
  const days = Math.floor((Date.parse(endsAt) - nowMs) / dayMs);
  return Number.isNaN(days) ? "" : days < 0 ? "ended" : grouped(days);
}
