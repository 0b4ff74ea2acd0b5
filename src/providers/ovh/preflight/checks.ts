import type { CredentialReport, Expiry } from "../../../credentials/credential.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import { safeText } from "../../../inventory/safe-text.ts";
import type { CheckResult, NamedProject } from "../../../preflight/report.ts";
import { type Sentence, sentence } from "../../../preflight/sentence.ts";
import type { Application } from "../schemas.ts";
import { type RegionLists, strayRegions } from "./coverage.ts";
import type { Policy } from "./iam.ts";
import type { ProjectState, Settled } from "./questions.ts";

// More than this, and signatures are refused until the provider's own time is used (rmbolger/Posh-ACME issue 162: eight
// minutes are too much; the tolerance itself is documented nowhere).
const tolerableSkewSeconds = 30;

/** Why a consumer key that can be asked about is no use. */
const statuses: Readonly<Record<string, Omit<CheckResult, "id" | "status">>> = {
  pendingValidation: {
    message: sentence`the consumer key was never approved`,
    remediation: sentence`open the approval link that came with it, log in with the account id (xx12345-ovh, not an e-mail address), or make a new key, and replace consumer_key`,
  },
  refused: {
    message: sentence`the consumer key was refused by the account's owner`,
    remediation: sentence`ask for a new one, and replace consumer_key`,
  },
  expired: {
    message: sentence`the consumer key has expired`,
    remediation: sentence`make a new one with the same rules, and replace consumer_key`,
  },
};

/**
 * Why the credential is no use at all, where it is not.
 *
 * @throws InventoryError where the provider refused the credential, or answered nothing.
 */
export function unusableCheck(
  report: Settled<CredentialReport>,
  projects: Settled<readonly unknown[]>,
): CheckResult | undefined {
  const id = "credential.accepted";
  const status = report.value?.status ?? "validated";
  if (status !== "validated") {
    const known = statuses[status] ?? {
      message: sentence`the consumer key is in the state "${{ state: safeText(status).slice(0, 40) }}"`,
    };
    return { id, status: "fail", ...known };
  }
  const errors = [report.error, projects.error].flatMap((error) => error ?? []);
  const refused = errors.find(({ code }) => code === "UNAUTHENTICATED");
  if (refused !== undefined) throw refused;
  const [first] = errors;
  if (first === undefined || errors.length < 2) return undefined;
  if (!errors.every(({ code }) => code === "PERMISSION_DENIED")) throw first;
  return {
    id,
    status: "fail",
    message: sentence`OVHcloud grants nothing to this credential, not even to ask about itself`,
    remediation: sentence`a key restricted to other addresses is answered so: check its allowed addresses, and that it has any rule`,
  };
}

/** @param aheadSeconds this machine's clock minus OVHcloud's, as it was when the answer came. */
export function clockCheck({ value: aheadSeconds, error }: Settled<number>): CheckResult {
  const id = "surroundings.clock";
  if (aheadSeconds === undefined)
    return {
      id,
      status: "unknown",
      message: sentence`OVHcloud's clock could not be read: ${{ reason: error?.message ?? "" }}`,
    };
  const seconds = Math.abs(aheadSeconds);
  const off =
    aheadSeconds < 0
      ? sentence`this machine's clock is ${{ seconds }} s behind OVHcloud's`
      : sentence`this machine's clock is ${{ seconds }} s ahead of OVHcloud's`;
  if (seconds <= tolerableSkewSeconds) {
    return {
      id,
      status: "pass",
      message: sentence`this machine's clock differs from OVHcloud's by ${{ seconds }} s`,
    };
  }
  return {
    id,
    status: "warn",
    message: sentence`${off}; signatures use OVHcloud's time`,
    remediation: sentence`set the clock: expiries and other clouds depend on it`,
  };
}

export function identityCheck(report: Settled<CredentialReport>, account: string | undefined): CheckResult {
  const id = "credential.identity";
  const who = [report.value?.identity, account === undefined ? undefined : `account ${account}`].filter(Boolean);
  if (who.length > 0) {
    return { id, status: "pass", message: sentence`${{ identity: who.map((one) => safeText(String(one))) }}` };
  }
  return {
    id,
    status: "unknown",
    message: sentence`whose credential this is could not be read: ${{ reason: report.error?.message ?? "no answer names it" }}`,
  };
}

/** An application that is blocked takes its keys with it; its state is a right of its own to read. */
export function applicationCheck({ value, error }: Settled<Application>): CheckResult {
  const id = "credential.identity";
  if (value === undefined) {
    const why =
      error?.code === "PERMISSION_DENIED" ? "the key may not read it (GET /me/api/application/*)" : error?.message;
    return {
      id,
      status: "unknown",
      message: sentence`the state of the application is not known: ${{ reason: why ?? "" }}`,
    };
  }
  const { status } = value;
  const name = safeText(value.name ?? "").slice(0, 80);
  if (status === "active" || status === "trusted")
    return { id, status: "pass", message: sentence`application "${{ name }}" is ${{ state: status }}` };
  const message = sentence`application "${{ name }}" is ${{ state: safeText(status).slice(0, 40) }}`;
  return { id, status: "fail", message, remediation: sentence`make a new application and a new consumer key` };
}

export interface VisibleProjects {
  readonly list: Settled<readonly unknown[]>;
  readonly visible: readonly string[];
  /** Whether the config names the projects, so that no list shows them. */
  readonly configured: boolean;
  readonly details: ReadonlyMap<string, Settled<ProjectState>>;
  /** Those that IAM names; empty for consumer keys. */
  readonly inIam: readonly string[];
  /** What to grant so that projects come into sight. */
  readonly remediation: Sentence;
}

export function projectsCheck({
  list,
  visible,
  configured,
  details,
  inIam,
  remediation,
}: VisibleProjects): CheckResult {
  const id = "projects.visible";
  if (list.error !== undefined) {
    const message = sentence`the projects could not be listed: ${{ reason: list.error.message }}`;
    // Only a refusal is cured by a grant.
    return list.error.code === "PERMISSION_DENIED"
      ? { id, status: "fail", message, remediation }
      : { id, status: "unknown", message };
  }
  if (visible.length === 0)
    return { id, status: "fail", message: sentence`the credential works and sees no project`, remediation };
  const foreign = visible.filter((project) => isOutOfReach(details.get(project)));
  if (foreign.length > 0) {
    const message = sentence`${{ projects: foreign }}: no such project for this credential`;
    return {
      id,
      status: "fail",
      message,
      remediation: sentence`check project_ids, and that the credential belongs to the account that owns them`,
    };
  }
  const unproven = configured ? visible.filter((project) => !isShown(details.get(project))) : [];
  if (unproven.length > 0) {
    const message = sentence`${{ projects: unproven }}: named by the config, and nothing shows that it exists`;
    return { id, status: "unknown", message };
  }
  const hidden = configured ? [] : inIam.filter((project) => !visible.includes(project));
  if (hidden.length > 0) {
    return {
      id,
      status: "warn",
      message: sentence`IAM names ${{ count: hidden.length }} project(s) that are not listed: ${{ projects: hidden }}`,
    };
  }
  return {
    id,
    status: "pass",
    message:
      visible.length === 1
        ? sentence`${{ count: 1 }} project is visible`
        : sentence`${{ count: visible.length }} projects are visible`,
  };
}

function isOutOfReach(detail: Settled<ProjectState> | undefined): boolean {
  return detail?.error?.code === "NOT_FOUND";
}

/** Whether anything was read of a project. */
function isShown(detail: Settled<unknown> | undefined): boolean {
  return detail !== undefined && detail.error === undefined;
}

/** Suspended and expired projects still hold what they held: they are asked for, and said. */
export function stateChecks(details: ReadonlyMap<string, Settled<ProjectState>>): readonly CheckResult[] {
  const isOver = (status: string | null | undefined): boolean => status === "suspended" || status === "expired";
  const suspended = [...details].filter(([, { value }]) => isOver(value?.status)).map(([project]) => project);
  if (suspended.length === 0) return [];
  return [
    {
      id: "projects.state",
      status: "warn",
      message: sentence`${{ projects: suspended }}: suspended or expired; what they hold is still there, may be refused, and may be deleted by OVHcloud`,
      remediation: sentence`settle the bill, or leave them out with project_ids`,
    },
  ];
}

export function placesChecks(regions: RegionLists, chosen: readonly string[]): readonly CheckResult[] {
  if (regions.size === 0) return [];
  const id = "places.visible";
  const lists = [...regions.values()];
  const errors = lists.filter((list) => list instanceof InventoryError);
  const [first] = errors;
  if (first !== undefined) {
    // The rows of the rights say what is lost by it.
    const status = first.code === "PERMISSION_DENIED" ? "warn" : "unknown";
    return [
      {
        id,
        status,
        message: sentence`the regions of ${{ count: errors.length }} project(s) could not be listed: ${{ reason: first.message }}`,
      },
    ];
  }
  const strays = strayRegions(regions, chosen);
  if (strays.length > 0) {
    const remediation = sentence`correct regions in the config`;
    return [{ id, status: "fail", message: sentence`no project has the region ${{ regions: strays }}`, remediation }];
  }
  const names = new Set(lists.flatMap((list) => (list instanceof InventoryError ? [] : list)));
  return [
    {
      id,
      status: "pass",
      message: sentence`${{ regions: names.size }} regions answer in ${{ projects: regions.size }} project(s)`,
    },
  ];
}

/** The ends of the policies that carry the rights. Reading policies is a right of its own: without it, that is said. */
export function policyExpiries(answers: readonly Settled<readonly Policy[]>[]): readonly Expiry[] {
  const refused = answers.find(({ error }) => error !== undefined)?.error;
  const unread = { what: "the policies that carry the rights", at: undefined, unknownBecause: refused?.message ?? "" };
  const ends = answers.flatMap(({ value = [] }) =>
    value.flatMap(({ name, expiredAt }) =>
      expiredAt
        ? [
            {
              what: `the policy "${safeText(name ?? "").slice(0, 80)}"`,
              at: expiredAt,
              remediation: "prolong the policy",
            },
          ]
        : [],
    ),
  );
  return refused === undefined ? ends : [...ends, unread];
}

/** Projects by the name that discovery gives them. */
export function namedProjects(details: ReadonlyMap<string, Settled<ProjectState>>): readonly NamedProject[] {
  return [...details].flatMap(([id, { value }]) => {
    const name = value?.description || value?.projectName;
    return name ? [{ id, name }] : [];
  });
}

/** The ends of projects, whatever opens them. */
export function projectExpiries(details: ReadonlyMap<string, Settled<ProjectState>>): readonly Expiry[] {
  return [...details].flatMap(([project, { value }]) =>
    value?.expiration
      ? [
          {
            what: `the project ${project}`,
            at: value.expiration,
            remediation: "renew the project",
            check: "projects.state" as const,
          },
        ]
      : [],
  );
}
