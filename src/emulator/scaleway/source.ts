import type { ScalewayListKind } from "../kinds.ts";
import type { Item } from "../lists.ts";

/** A project of the emulated organization, as the account API answers it. */
export interface ScalewayProject extends Item {
  readonly id: string;
  readonly name: string;
  readonly organization_id: string;
}

/** A bucket as ListBuckets answers it. */
export interface Bucket {
  readonly name: string;
  readonly createdAt: string;
}

/** What a list call asks for. */
export interface ListQuery {
  /** The kind that the emulator knows behind this path; recordings hold more paths than that. */
  readonly kind: ScalewayListKind | undefined;
  readonly path: string;
  readonly locality: string;
  readonly project: string | undefined;
  readonly organization: string | undefined;
  /** The `public` filter of images. */
  readonly isPublic: boolean | undefined;
}

/** Where the resources behind Scaleway's APIs come from: made up, or recorded. */
export interface ScalewaySource {
  readonly projects: readonly ScalewayProject[];
  list(query: ListQuery): readonly Item[];
  buckets(region: string, projectId: string): readonly Bucket[];
  /** Everything that recordings hold of a list; parameters of its path may have other names. */
  recorded?(path: string): readonly Item[];
  /** The ids of everything of a kind. */
  ids(kind: ScalewayListKind | "scaleway.object.bucket"): readonly string[];
}
