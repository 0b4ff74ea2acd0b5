import type { Credential } from "../../../credentials/credential.ts";
import type { Clock } from "../../../http/clock.ts";
import type { Door } from "../../../http/door.ts";
import { asInventoryError, type InventoryError } from "../../../inventory/errors.ts";
import type { Reach, ReadContext } from "../../../inventory/provider.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { Window } from "../../../listing/paging/shared-window.ts";
import { createBucketReader, createPreferredProjectReader } from "../buckets.ts";
import { type ClientKeys, createScalewayReader } from "../client.ts";
import type { ScalewayConfig } from "../config.ts";
import { isDenial } from "../errors.ts";
import { createOrganizationFinder } from "../organization.ts";
import { reachOf } from "../reach.ts";
import { createEnumerator, type Enumeration } from "../scopes.ts";
import { type Authority, readAuthority } from "./authority.ts";
import type { Readers } from "./memoised-readers.ts";
import { type Prober, probeProjects } from "./prober.ts";
import type { ProjectFinding } from "./reach-checks.ts";
import { createRecorder, type Recorder } from "./recorder.ts";

export interface ExaminerParts {
  readonly config: ScalewayConfig;
  readonly keys: ClientKeys;
  readonly origin: URL;
  readonly s3Url: string;
  readonly credential: Credential;
  readonly door: Door;
  readonly clock: Clock;
  readonly window: Window;
}

/** What one examination found, before it is put into words. */
export interface Findings {
  readonly kinds: readonly ListedKind[];
  readonly authority: Authority;
  readonly enumeration: Enumeration;
  /** Whose own things are read, where any are. */
  readonly organization: string | InventoryError | undefined;
  readonly prober: Prober;
  readonly projects: readonly ProjectFinding[];
  readonly reach: Reach;
  readonly preferred: string | InventoryError;
  readonly recorder: Recorder;
}

/** What is known of the projects, which IAM's answers do not change. */
export type PlaceFindings = Pick<Findings, "enumeration" | "organization" | "prober" | "projects" | "reach">;

/** Who wants to know before everything is known. */
export interface FindingsListener {
  readonly authority: (authority: Authority) => void;
  readonly places: (places: PlaceFindings) => void;
}

/**
 * Reads IAM, probes the projects and asks for the preferred project, all at once.
 *
 * @throws InventoryError where the secret key is refused, or nothing that answered was Scaleway.
 */
export async function findAll(
  kinds: readonly ListedKind[],
  context: ReadContext,
  { config, keys, origin, s3Url, credential, door, clock, window }: ExaminerParts,
  listener: FindingsListener,
): Promise<Findings> {
  const recorder = createRecorder(door.send, clock);
  const reader = createScalewayReader(recorder, keys, origin);
  const readers: Readers = { reader, readBuckets: createBucketReader(recorder, s3Url) };
  const readPreferred = createPreferredProjectReader(recorder, s3Url);
  const enumerate = createEnumerator(config, reader, window);
  const goThere = async () => {
    const isAsked = kinds.some(({ locality }) => locality === "organization");
    const [enumeration, own] = await Promise.all([
      enumerate(context),
      isAsked ? createOrganizationFinder(config, reader)(context) : undefined,
    ]);
    const prober = await probeProjects(
      kinds,
      typeof own === "string" ? { ...enumeration, organization: own } : enumeration,
      readers,
      context,
    );
    const projects = await Promise.all(enumeration.projects.map(findingOf(prober)));
    const organization = config.scw_organization_id?.toLowerCase() ?? projects[0]?.document?.organization_id;
    const count = async () => (organization ? prober.projectCount(organization) : undefined);
    const reach = await reachOf(config, enumeration, count);
    const places: PlaceFindings = { enumeration, organization: own, prober, projects, reach };
    // Nothing is said of what a proxy answered in Scaleway's stead.
    if (showsScaleway(places)) listener.places(places);
    return places;
  };
  const readAuthorityFirst = async () => {
    const authority = await readAuthority(() => credential.inspect(recorder.send, context), reader(context));
    if (authority.key !== undefined) listener.authority(authority);
    return authority;
  };
  const [authority, found, preferred] = await Promise.all([
    readAuthorityFirst(),
    goThere(),
    readPreferred(context).catch(asInventoryError),
  ]);
  const findings = { kinds, authority, ...found, preferred: authority.key?.preferredProject ?? preferred, recorder };
  if (!isAnswered(findings) && authority.error !== undefined) throw authority.error;
  return findings;
}

/**
 * Whether Scaleway is behind any of the answers: a document that could be read, or a refusal of its own. A proxy or a captive
 * portal answers too, also with status 200, and then nothing can be said of the key.
 */
function isAnswered(findings: Findings): boolean {
  const { authority, preferred } = findings;
  return authority.key !== undefined || isAnswer(authority) || typeof preferred === "string" || showsScaleway(findings);
}

function showsScaleway({ enumeration, prober, projects }: PlaceFindings): boolean {
  return (
    enumeration.listed.length > 0 ||
    [...prober.places().values(), ...projects.map(({ result }) => result)].some(isAnswer)
  );
}

function isAnswer({ error }: { readonly error?: InventoryError | undefined }): boolean {
  return error === undefined || isDenial(error);
}

function findingOf(prober: Prober): (project: string) => Promise<ProjectFinding> {
  return async (project) => ({
    project,
    result: await prober.atProject(project),
    document: await prober.projectDocument(project),
  });
}
