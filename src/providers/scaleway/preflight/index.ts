import type { Expiry } from "../../../credentials/credential.ts";
import { abortError, asInventoryError } from "../../../inventory/errors.ts";
import { followSignals } from "../../../inventory/follow-signals.ts";
import type { Remembered } from "../../../inventory/remembered.ts";
import { safeText } from "../../../inventory/safe-text.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { CheckId } from "../../../preflight/catalogue.ts";
import type { Examination, Examiner, Question } from "../../../preflight/examiner.ts";
import { type Narrowing, reachCheck } from "../../../preflight/reach.ts";
import type { CheckResult, NamedProject } from "../../../preflight/report.ts";
import { type Sentence, sentence } from "../../../preflight/sentence.ts";
import type { ScalewayConfig } from "../config.ts";
import { apiKeyExpiry } from "../credentials/api-key.ts";
import { isWrongPair } from "../errors.ts";
import { type Enumeration, scopesOf, scopesOutsideProjects } from "../scopes.ts";
import { type Authority, readKey, unreadBecause } from "./authority.ts";
import { authorityChecks } from "./authority-checks.ts";
import { coverageOf, stoppedCoverage } from "./coverage.ts";
import { type ExaminerParts, type Findings, type FindingsListener, findAll } from "./findings.ts";
import { readOwner } from "./owner.ts";
import {
  clockCheck,
  keyPairChecks,
  placesChecks,
  preferredProjectChecks,
  projectsCheck,
  stateChecks,
} from "./reach-checks.ts";

const checks: readonly CheckId[] = [
  "credential.identity",
  "credential.bearer",
  "credential.excess",
  "projects.visible",
  "projects.read",
  "projects.state",
  "places.visible",
  "object-storage.key-pair",
  "object-storage.preferred-project",
  "surroundings.clock",
];

/**
 * Looks at an API key: what IAM says of it, and what the APIs themselves answer, at the same time. At most five requests deep, and
 * at most kinds + policies + 4 x projects + 10 of them, second tries apart.
 */
export function createScalewayExaminer(parts: ExaminerParts): Examiner {
  const { config, credential, door } = parts;
  const readExpiries: Examiner["readExpiries"] = async (context) =>
    expiriesOf(await readKey(() => credential.inspect(door.send, context)));
  return {
    checks,
    asksPlaces: true,
    async examine({ kinds, tell }: Question<ListedKind>, context) {
      // A part of the caller's run that can be called back by itself.
      const run = followSignals([context.signal]);
      const words = createWords(parts, tell);
      try {
        const findings = await findAll(kinds, { ...context, signal: run.signal }, parts, words);
        return await inWords(findings, words, parts, context.remembered);
      } catch (thrown) {
        // A refused secret is refused everywhere: whatever is still on its way is called back.
        run.stop();
        throw context.signal.aborted ? abortError(context.signal) : asInventoryError(thrown);
      } finally {
        run.release();
      }
    },
    async examineBriefly(_kinds, context) {
      return { coverage: [], expiries: await readExpiries(context) };
    },
    readExpiries,
    /**
     * The config's one required project. Whatever may change in the life of a credential must not change the account, or all that
     * had been granted is forgotten: the organization as the API tells it goes with a lost right, and further projects or
     * `scw_scope` come with one edit of the config.
     */
    async accountOf() {
      return config.scw_project_id.toLowerCase();
    },
    ownerOf: (context) => readOwner(parts, context),
  };
}

/** Puts into words, once, what is known before the rest is. */
interface Words extends FindingsListener {
  said(): readonly CheckResult[];
  expiries(): readonly Expiry[];
}

function createWords({ config, credential: { holdsSecret } }: ExaminerParts, tell: Question["tell"]): Words {
  let ofAuthority: { readonly checks: readonly CheckResult[]; readonly expiries: readonly Expiry[] } | undefined;
  let ofPlaces: readonly CheckResult[] | undefined;
  const discreetly = (results: readonly CheckResult[]) => results.map((check) => discreet(check, holdsSecret));
  return {
    authority(authority) {
      ofAuthority ??= { checks: discreetly(authorityChecks(authority)), expiries: expiriesOf(authority) };
      tell?.(ofAuthority);
    },
    places({ enumeration, projects, reach, prober }) {
      ofPlaces ??= discreetly([
        projectsCheck(projects, enumeration),
        reachCheck(reach, narrowingOf(config, enumeration)),
        ...stateChecks(projects),
        ...placesChecks(prober.places(), enumeration.regions),
      ]);
      tell?.({ checks: ofPlaces });
    },
    said: () => [...(ofAuthority?.checks ?? []), ...(ofPlaces ?? [])],
    expiries: () => ofAuthority?.expiries ?? [],
  };
}

async function inWords(
  findings: Findings,
  words: Words,
  { credential: { holdsSecret } }: ExaminerParts,
  remembered: Remembered | undefined,
): Promise<Examination> {
  const { kinds, authority, enumeration, organization, prober, projects, preferred, recorder } = findings;
  const entries = [...scopesOutsideProjects(kinds, organization), ...scopesOf(kinds, enumeration, remembered)];
  const readsBuckets = kinds.some(({ provesCredential }) => provesCredential);
  const keyPair = recorder.keyPair();
  const isStopped = readsBuckets && keyPair !== undefined && keyPair !== "shown" && isWrongPair(keyPair);
  const isUnknownToIam = authority.key === undefined && authority.error?.code === "NOT_FOUND";
  const account = accountIn(findings);
  words.authority(authority);
  words.places(findings);
  const rest: readonly CheckResult[] = [
    { id: "provider.reachable", status: "pass", message: sentence`Scaleway answers` },
    acceptedCheck(isStopped),
    ...keyPairChecks(keyPair, isUnknownToIam, readsBuckets),
    ...preferredProjectChecks(preferred, enumeration.projects),
    clockCheck(recorder.skewSeconds(), keyPair),
  ];
  return {
    ...(account === undefined || holdsSecret(account) ? {} : { account }),
    checks: [...words.said(), ...rest.map((check) => discreet(check, holdsSecret))],
    coverage: isStopped ? stoppedCoverage(entries) : await coverageOf(entries, prober, authority.grants?.grants),
    expiries: words.expiries(),
    projects: namedProjects(projects).filter(({ name }) => !holdsSecret(name)),
  };
}

function narrowingOf({ scw_scope }: ScalewayConfig, { refusal, error }: Enumeration): Narrowing {
  if (scw_scope === "project") return { chosenBy: "scw_scope=project" };
  return { because: (refusal ?? error)?.message };
}

function acceptedCheck(isStopped: boolean): CheckResult {
  const id = "credential.accepted";
  if (!isStopped) return { id, status: "pass", message: sentence`Scaleway accepts scw_secret_key` };
  return {
    id,
    status: "fail",
    message: sentence`Scaleway accepts scw_secret_key, and Object Storage refuses it together with scw_access_key: a run ends there`,
    remediation: sentence`copy scw_access_key and scw_secret_key again, both from the same API key, or leave buckets out of kinds`,
  };
}

/** Names and ids are written outside: they may hold anything, the key itself included. */
function discreet(check: CheckResult, holdsSecret: (text: string) => boolean): CheckResult {
  const { message, remediation } = check;
  const shown = (said: Sentence): Sentence =>
    [said.text, ...Object.values(said.values).flat().map(String)].some(holdsSecret)
      ? sentence`withheld: Scaleway's answer repeats the key`
      : said;
  return {
    ...check,
    message: shown(message),
    ...(remediation === undefined ? {} : { remediation: shown(remediation) }),
  };
}

function namedProjects(projects: Findings["projects"]): readonly NamedProject[] {
  return projects.flatMap(({ project, document }) => (document?.name ? [{ id: project, name: document.name }] : []));
}

function accountIn({ authority, projects }: Findings): string | undefined {
  const owners = projects.flatMap(({ document }) => document?.organization_id ?? []);
  const account = authority.bearer?.organization ?? owners[0];
  return account === undefined ? undefined : safeText(account).toLowerCase();
}

function expiriesOf(authority: Authority): readonly Expiry[] {
  return authority.key?.expiries ?? [{ ...apiKeyExpiry, at: undefined, unknownBecause: unreadBecause(authority) }];
}
