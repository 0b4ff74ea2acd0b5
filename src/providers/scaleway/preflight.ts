import { setMaxListeners } from "node:events";
import type { Credential, Expiry } from "../../credentials/credential.ts";
import type { Clock } from "../../http/clock.ts";
import type { Door } from "../../http/door.ts";
import { abortError, asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { Examination, Examiner } from "../../preflight/examiner.ts";
import type { Check } from "../../preflight/report.ts";
import { type Authority, readAuthority, readKey, unreadBecause } from "./authority.ts";
import { createBucketReader, createPreferredProjectReader } from "./buckets.ts";
import { authorityChecks } from "./checks.ts";
import { type ClientKeys, createScalewayReader } from "./client.ts";
import type { ScalewayConfig } from "./config.ts";
import { coverageOf, stoppedCoverage } from "./coverage.ts";
import { apiKeyExpiry } from "./credentials/api-key.ts";
import { isWrongPair } from "./errors.ts";
import type { Readers } from "./frugal.ts";
import {
  clockCheck,
  keyPairChecks,
  type ProjectFinding,
  placesCheck,
  preferredProjectCheck,
  projectsCheck,
  stateChecks,
} from "./reach-checks.ts";
import { configuredProjects, createEnumerator, type Enumeration, scopesOf } from "./scopes.ts";
import { type Scout, scoutProjects } from "./scout.ts";
import { createWitness, type Witness } from "./witness.ts";

export interface ExaminerParts {
  readonly config: ScalewayConfig;
  readonly keys: ClientKeys;
  readonly origin: URL;
  readonly s3Url: string;
  readonly credential: Credential;
  readonly door: Door;
  readonly clock: Clock;
  readonly window: number;
}

/** What one examination found, before it is put into words. */
interface Findings {
  readonly kinds: readonly ResourceKind[];
  readonly authority: Authority;
  readonly enumeration: Enumeration;
  readonly scout: Scout;
  readonly projects: readonly ProjectFinding[];
  readonly preferred: string | InventoryError;
  readonly witness: Witness;
}

/**
 * Looks at an API key: what IAM says of it, and what the APIs themselves answer, at the same time. At most five requests deep, and
 * at most kinds + policies + 4 x projects + 10 of them, second tries apart.
 */
export function createScalewayExaminer(parts: ExaminerParts): Examiner {
  const { config, credential, door } = parts;
  return {
    async examine({ kinds }, context) {
      const run = startRun(context);
      try {
        return await inWords(await look(kinds, run.context, parts), credential);
      } catch (thrown) {
        // A refused secret is refused everywhere: whatever is still on its way is called back.
        run.stop();
        throw context.signal.aborted ? abortError(context.signal) : asInventoryError(thrown);
      } finally {
        run.release();
      }
    },
    async glance(_kinds, context) {
      const authority = await readKey(() => credential.inspect(door.send, context));
      return { coverage: [], expiries: expiriesOf(authority) };
    },
    /**
     * The organization of the config, else the projects that it names: what a lost right cannot change. Were the organization read
     * from the API, the loss of that right would change the account, and with it forget what had been granted.
     */
    async accountOf() {
      return config.scw_organization_id?.toLowerCase() ?? configuredProjects(config).toSorted().join(",");
    },
  };
}

async function look(
  kinds: readonly ResourceKind[],
  context: ReadContext,
  { config, keys, origin, s3Url, credential, door, clock, window }: ExaminerParts,
): Promise<Findings> {
  const witness = createWitness(door.send, clock);
  const reader = createScalewayReader(witness, keys, origin);
  const readers: Readers = { reader, readBuckets: createBucketReader(witness, s3Url) };
  const readPreferred = createPreferredProjectReader(witness, s3Url);
  const enumerate = createEnumerator(config, reader, window);
  const goThere = async () => {
    const enumeration = await enumerate(context);
    const scout = await scoutProjects(kinds, enumeration, readers, context);
    return { enumeration, scout, projects: await Promise.all(enumeration.projects.map(findingOf(scout))) };
  };
  const [authority, found, preferred] = await Promise.all([
    readAuthority(() => credential.inspect(witness.send, context), reader(context)),
    goThere(),
    readPreferred(context).catch(asInventoryError),
  ]);
  // Where nothing was answered, nothing can be said of the key.
  if (!witness.answered() && authority.error !== undefined) throw authority.error;
  return { kinds, authority, ...found, preferred: authority.key?.preferredProject ?? preferred, witness };
}

function findingOf(scout: Scout): (project: string) => Promise<ProjectFinding> {
  return async (project) => ({
    project,
    seen: await scout.atProject(project),
    document: await scout.projectDocument(project),
  });
}

async function inWords(findings: Findings, { holdsSecret }: Credential): Promise<Examination> {
  const { kinds, authority, enumeration, scout, projects, preferred, witness } = findings;
  const entries = scopesOf(kinds, enumeration);
  const readsBuckets = kinds.some(({ dialect }) => dialect.type === "s3-xml");
  const keyPair = witness.keyPair();
  const isStopped = readsBuckets && keyPair !== undefined && keyPair !== "shown" && isWrongPair(keyPair);
  const isUnknownToIam = authority.key === undefined && authority.error?.code === "NOT_FOUND";
  const account = accountIn(findings);
  return {
    ...(account === undefined ? {} : { account }),
    checks: [
      { id: "provider.reachable", status: "pass", seen: "Scaleway answers" },
      acceptedCheck(isStopped),
      ...authorityChecks(authority, holdsSecret),
      projectsCheck(projects, enumeration),
      ...stateChecks(projects),
      placesCheck(scout.places()),
      ...keyPairChecks(keyPair, isUnknownToIam, readsBuckets),
      preferredProjectCheck(preferred, enumeration.projects),
      clockCheck(witness.skewSeconds(), keyPair),
    ],
    coverage: isStopped ? stoppedCoverage(entries) : await coverageOf(entries, scout, authority.grants?.grants),
    expiries: expiriesOf(authority),
  };
}

function acceptedCheck(isStopped: boolean): Check {
  const id = "credential.accepted";
  if (!isStopped) return { id, status: "pass", seen: "Scaleway accepts scw_secret_key" };
  return {
    id,
    status: "fail",
    seen: "Scaleway accepts scw_secret_key, and Object Storage refuses it together with scw_access_key: a run ends there",
    mend: "copy scw_access_key and scw_secret_key again, both from the same API key, or leave buckets out of kinds",
  };
}

function accountIn({ authority, projects }: Findings): string | undefined {
  const owners = projects.flatMap(({ document }) => document?.organization_id ?? []);
  const account = authority.bearer?.organization ?? owners[0];
  return account === undefined ? undefined : safeText(account).toLowerCase();
}

function expiriesOf(authority: Authority): readonly Expiry[] {
  return authority.key?.expiries ?? [{ ...apiKeyExpiry, at: undefined, unknownBecause: unreadBecause(authority) }];
}

/** A part of the caller's run that can be called back by itself. */
function startRun({ signal, traffic }: ReadContext) {
  const controller = new AbortController();
  // Every open request listens; Node would call more than ten a leak.
  setMaxListeners(0, controller.signal);
  const stop = (): void => controller.abort(signal.aborted ? abortError(signal) : undefined);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const context: ReadContext = { signal: controller.signal, traffic };
  return { context, stop, release: () => signal.removeEventListener("abort", stop) };
}
