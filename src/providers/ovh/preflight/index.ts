import type { CredentialReport, Expiry } from "../../../credentials/credential.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { unknownCoverage } from "../../../preflight/coverage.ts";
import type { Examination, Examiner, Question } from "../../../preflight/examiner.ts";
import { usableIds } from "../scopes.ts";
import {
  clockCheck,
  identityCheck,
  placesChecks,
  projectExpiries,
  projectsCheck,
  stateChecks,
  unusableCheck,
} from "./checks.ts";
import { chosenRegions, coverageOf, type Places, strayRegions } from "./coverage.ts";
import { createIamReader } from "./iam.ts";
import { identityRights } from "./identity-rights.ts";
import { keyRights } from "./key-rights.ts";
import type { ExaminerParts } from "./parts.ts";
import { readAllRegions, readAuthDetails, readProjects, readServerTime, type Settled, settle } from "./questions.ts";
import type { FirstRound } from "./rights-source.ts";

/**
 * Looks at an OVHcloud credential in two rounds of requests: who it is and which projects there are, then everything about
 * them. A service account fetches its token before that.
 */
export function createOvhExaminer(parts: ExaminerParts): Examiner {
  const { credential, door, reader, base, clock, projectIds, regions: chosen } = parts;
  const configured = projectIds.length > 0;
  const rights =
    credential.kind === "ovh-application"
      ? keyRights(parts)
      : identityRights(createIamReader(door, new URL("/v2", base), parts.realm), reader);

  async function firstRound(context: ReadContext): Promise<FirstRound> {
    const [report, projects] = await Promise.all([
      settle(credential.inspect(door.send, context)),
      settle(configured ? Promise.resolve(projectIds) : parts.readProjectIds(context)),
    ]);
    return { report, projects, visible: usableIds(projects.value ?? []) };
  }

  async function examine(question: Question, context: ReadContext): Promise<Examination> {
    const { kinds } = question;
    const [first, aside, time] = await Promise.all([
      firstRound(context),
      rights.aside(context),
      settle(readServerTime(door, base, context)),
    ]);
    const { report, projects, visible } = first;
    const clockSays = clockCheck(time, clock.now());
    const unusable = unusableCheck(report, projects);
    if (unusable !== undefined) {
      const coverage = unknownCoverage(kinds, "the credential is not usable");
      return { checks: [unusable, clockSays], coverage, expiries: [] };
    }
    const hasRegions = kinds.some(({ locality }) => locality === "region");
    const [authority, further, details, regions] = await Promise.all([
      rights.authority(first, kinds, context),
      rights.further(first, question, context),
      readProjects(visible, reader, context),
      readAllRegions(hasRegions ? visible : [], reader, context),
    ]);
    const places: Places = {
      configured,
      projects: projects.error === undefined ? visible : undefined,
      ...(projects.error === undefined ? {} : { projectsError: projects.error }),
      regionsOf: (project) => chosenRegions(regions.get(project), chosen),
      strayRegions: strayRegions(regions, chosen),
      errorOf: (project) => details.get(project)?.error,
    };
    const account = report.value?.account ?? aside.account;
    return {
      ...(account === undefined ? {} : { account }),
      checks: [
        { id: "credential.accepted", status: "pass", seen: `OVHcloud accepts it: ${credential.describe()}` },
        identityCheck(report, account),
        clockSays,
        projectsCheck({ list: projects, visible, details, inIam: aside.inIam, mend: rights.mendOfProjects }),
        ...stateChecks(details),
        ...placesChecks(regions, chosen),
        ...further.checks,
      ],
      coverage: coverageOf(kinds, places, authority),
      expiries: [...expiriesOf(report), ...further.expiries, ...projectExpiries(details)],
    };
  }

  return {
    examine,
    async glance(kinds, context) {
      const first = await firstRound(context);
      const expiries = expiriesOf(first.report);
      if (first.projects.error !== undefined) return { coverage: [], expiries };
      const authority = await rights.authority(first, kinds, context);
      const places: Places = {
        configured,
        projects: first.visible,
        regionsOf: () => undefined,
        strayRegions: [],
        errorOf: () => undefined,
      };
      return { coverage: coverageOf(kinds, places, authority), expiries };
    },
    async accountOf(context) {
      const { account } = await readAuthDetails(door.send, base, context);
      return account || undefined;
    },
  };
}

function expiriesOf({ value, error }: Settled<CredentialReport>): readonly Expiry[] {
  const unread = { what: "the credential", at: undefined, unknownBecause: error?.message ?? "it could not be read" };
  return value?.expiries ?? [unread];
}
