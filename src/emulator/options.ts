import type { EmulatedKind } from "./kinds.ts";
import type { BatchManner } from "./ovh/batches.ts";
import type { RateLimit } from "./throttle.ts";

/** One access rule of an OVHcloud consumer key; `*` stands for anything, slashes included. */
export interface AccessRule {
  method: string;
  path: string;
}

/** An IAM action (`*` stands for anything) that OVHcloud's bearer identities are granted. */
export interface OvhGrant {
  action: string;
  /** The projects it is granted on, each by its id or by its place in {@link Emulator.projects}; by default everything. */
  projects?: readonly (string | number)[];
  /** Other resources it is granted on, each by its URN (`*` stands for anything); beside or instead of projects. */
  resources?: readonly string[];
}

/** What becomes of an OVHcloud consumer key that was asked for. */
export type OvhDecision = "validated" | "refused" | "expired";

/** One rule of a Scaleway IAM policy. */
export interface ScalewayRule {
  permissionSets: readonly string[];
  /**
   * What the sets apply to: the organization's own features, all current and future projects, or some projects, each
   * named by its id or by its place in {@link Emulator.projects}.
   */
  scope: "organization" | "all-projects" | readonly (string | number)[];
  /** An expression on the request, such as `request.ip == '192.0.2.1'`; the emulator does not work it out. */
  condition?: string;
  /** Whether the condition holds, which is the default; a rule whose condition does not hold grants nothing. */
  conditionHolds?: boolean;
  /** Whose policy the rule is in: the bearer's own, by default, or that of a group which the bearer is in. */
  through?: "bearer" | "group";
}

/** What goes wrong with requests whose path matches; the first fault that matches is the one that applies. */
export interface Fault {
  /** A part of the path with its query, or an expression that is tested on it. */
  match: string | RegExp;
  method?: string;
  /** Answer with this status instead of the real answer. */
  status?: number;
  /** Answer with this text, or with this value as JSON, instead of the real body. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  contentType?: string;
  /** How many requests it hits before it is used up; without it, all. */
  times?: number;
  /** Destroy the socket instead of answering; with `truncate`, in the middle of the body. */
  reset?: boolean;
  /** Send only the first half of the body, as if that were all. */
  truncate?: boolean;
  /** The share of requests that it hits, between 0 and 1; drawn from the emulator's seed. */
  probability?: number;
  /** Wait this long before the answer, on top of the latency. */
  delayMs?: number;
}

/** What the emulator holds and how it behaves. The same options and seed give byte-identical answers. */
export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0, the default, takes any free one. */
  port?: number;
  seed?: number;
  /** What the OVHcloud account is called (its nichandle): `ab12345-ovh` by default. */
  ovhAccountName?: string;
  ovhProjects?: number;
  scalewayProjects?: number;
  /** How many Scaleway zones hold resources (all ten by default); every zone answers. */
  zones?: number;
  /** How many regions each OVHcloud project has. */
  ovhRegions?: number;
  /**
   * How many of each kind there are: per account, organization or project for lists that are that wide, else per project
   * and locality, or below each parent. One number for all kinds leaves those below a parent at their default, or less.
   */
  resources?: number | Partial<Record<EmulatedKind, number>>;
  latencyMs?: number;
  /** Requests each cloud accepts in a second, with a burst of one second; 0 or absent is no limit. */
  requestsPerSecond?: number;
  /** Any other limit of each cloud, in place of `requestsPerSecond`. */
  limit?: RateLimit;
  /** Sent as `Retry-After` with each answer to a request that comes too soon. */
  retryAfterSeconds?: number;
  /**
   * What such an answer is: 429 by default; 403 is in the words for a missing right, as Scaleway has throttled
   * (https://github.com/scaleway/terraform-provider-scaleway/issues/3616).
   */
  tooSoonStatus?: 403 | 429;
  /** The host's clock, in milliseconds, also for limits; without it, rates go by a clock that is never set. */
  now?: () => number;
  /** How far the server's clock is ahead of `now`. */
  clockSkewSeconds?: number;
  ovhRules?: readonly AccessRule[];
  /** What the OVHcloud consumer key says about itself; a key past its expiration is refused. */
  ovhCredential?: { expiration?: string | null; status?: string; allowedIPs?: readonly string[] | null };
  /** What the service account and the access token may do; by default they read everything everywhere. */
  ovhGrants?: readonly OvhGrant[];
  /** How long a token of the service account lives; 3599 by default. */
  ovhTokenLifetimeSeconds?: number;
  /** When the personal access token ends; null, the default, is never. */
  ovhPersonalTokenExpiresAt?: string | null;
  /** When the policies that carry the grants end; null, the default, is never. */
  ovhPolicyExpiresAt?: string | null;
  /** What the application says about itself; its requests are answered all the same. */
  ovhApplicationStatus?: "active" | "inactive" | "blocked" | "trusted";
  /** What becomes of consumer keys that are asked for; `never`, the default, leaves them pending. */
  ovhApproval?: "validated" | "refused" | "never";
  /** How many times `/auth/currentCredential` says that such a key is pending before that; 0 by default. */
  ovhApprovalAfterPolls?: number;
  /** When the OVHcloud project at a place ends; by default none does. */
  ovhProjectExpiresAt?: Readonly<Record<number, string>>;
  /** Places in the list of OVHcloud projects whose status is `suspended`; their resources still answer. */
  suspendedOvhProjects?: readonly number[];
  /** How OVHcloud answers requests for several items at once; it serves them by default. */
  ovhBatches?: BatchManner;
  scalewayRules?: readonly ScalewayRule[];
  /** Places of Scaleway projects whose things lists of the whole organization leave out, without a word. */
  scalewayFilteredProjects?: readonly number[];
  /** Who bears the Scaleway API key; an owner has every right without any policy. An application, by default. */
  scalewayBearer?: "application" | "owner" | "member";
  /** The key's preferred project by its place, or the id of the organization; the first project by default. */
  scalewayPreferredProject?: number | "organization";
  /** When the Scaleway API key ends; null, the default, is never. A key past its end is refused. */
  scalewayKeyExpiresAt?: string | null;
  /** The Data Platform's project; what its key may do, and how long it (null, the default, is for ever) and its tokens live. */
  dataPlatform?: {
    subdomain?: string;
    keyExpiresAt?: string | null;
    tokenLifetimeSeconds?: number;
    mayListBuckets?: boolean;
  };
  /**
   * Localities in which a kind is not sold; `*` is all. What is in no region or zone has its width (`account`,
   * `organization`, `project`, `none`) for a locality.
   */
  notOffered?: Partial<Record<EmulatedKind, readonly string[]>>;
  /**
   * Whether something exists at this moment, by its id (a bucket's or a region's is its name), for accounts that change while they are
   * read. It is asked anew for each answer; what is below something that does not exist is not there either. By default everything is.
   */
  isThere?: (id: string) => boolean;
  faults?: readonly Fault[];
  /** Directory that `--record` wrote, or of Scaleway recordings, to serve instead of what is made up of these clouds. */
  replay?: string;
}
