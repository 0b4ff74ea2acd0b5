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
import type { Readers } from "./frugal.ts";
import type { ProjectFinding } from "./reach-checks.ts";
import { type Look, type Scout, scoutProjects } from "./scout.ts";
import { createWitness, type Witness } from "./witness.ts";

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
  readonly scout: Scout;
  readonly projects: readonly ProjectFinding[];
  readonly reach: Reach;
  readonly preferred: string | InventoryError;
  readonly witness: Witness;
}

/**
 * Reads IAM, scouts the projects and asks for the preferred project, all at once.
 *
 * @throws InventoryError where the secret key is refused, or nothing that answered was Scaleway.
 */
export async function findAll(
  kinds: readonly ListedKind[],
  context: ReadContext,
  { config, keys, origin, s3Url, credential, door, clock, window }: ExaminerParts,
): Promise<Findings> {
  const witness = createWitness(door.send, clock);
  const reader = createScalewayReader(witness, keys, origin);
  const readers: Readers = { reader, readBuckets: createBucketReader(witness, s3Url) };
  const readPreferred = createPreferredProjectReader(witness, s3Url);
  const enumerate = createEnumerator(config, reader, window);
  const goThere = async () => {
    const isAsked = kinds.some(({ locality }) => locality === "organization");
    const [enumeration, own] = await Promise.all([
      enumerate(context),
      isAsked ? createOrganizationFinder(config, reader)(context) : undefined,
    ]);
    const scout = await scoutProjects(
      kinds,
      typeof own === "string" ? { ...enumeration, organization: own } : enumeration,
      readers,
      context,
    );
    const projects = await Promise.all(enumeration.projects.map(findingOf(scout)));
    const organization = config.scw_organization_id?.toLowerCase() ?? projects[0]?.document?.organization_id;
    const count = async () => (organization ? scout.projectCount(organization) : undefined);
    return { enumeration, organization: own, scout, projects, reach: await reachOf(config, enumeration, count) };
  };
  const [authority, found, preferred] = await Promise.all([
    readAuthority(() => credential.inspect(witness.send, context), reader(context)),
    goThere(),
    readPreferred(context).catch(asInventoryError),
  ]);
  const findings = { kinds, authority, ...found, preferred: authority.key?.preferredProject ?? preferred, witness };
  if (!isAnswered(findings) && authority.error !== undefined) throw authority.error;
  return findings;
}

/**
 * Whether Scaleway is behind any of the answers: a document that could be read, or a refusal of its own. A proxy or a captive
 * portal answers too, also with status 200, and then nothing can be said of the key.
 */
function isAnswered({ authority, enumeration, scout, projects, preferred }: Findings): boolean {
  const isAnswer = ({ error }: Look): boolean => error === undefined || isDenial(error);
  return (
    authority.key !== undefined ||
    isAnswer(authority) ||
    typeof preferred === "string" ||
    enumeration.listed.length > 0 ||
    [...scout.places().values(), ...projects.map(({ seen }) => seen)].some(isAnswer)
  );
}

function findingOf(scout: Scout): (project: string) => Promise<ProjectFinding> {
  return async (project) => ({
    project,
    seen: await scout.atProject(project),
    document: await scout.projectDocument(project),
  });
}
