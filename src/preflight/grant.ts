import type { KindSummary } from "../inventory/resource-kind.ts";
import type { CoverageRow } from "./report.ts";

/** Where a grant is for. */
export interface GrantPlace {
  /** Project ids; empty where none are known. */
  readonly projects: readonly string[];
  /** The organization, where every project of it is read, those to come included. */
  readonly organization?: string;
  /** Where the account lives, as the config's `endpoint` says it; absent where there is one place. */
  readonly endpoint?: string;
}

/** A row of the coverage that names a missing right; or none, where all rights of the kind may be missing. */
export type MissingRow = Pick<CoverageRow, "kind" | "scope" | "missing">;

/** What a grant has to allow. */
export interface GrantWish extends GrantPlace {
  readonly kinds: readonly KindSummary[];
  /** Exactly what the kinds need, rather than everything below their products. */
  readonly narrow: boolean;
  /** Also what preflight reads about the credential itself, such as its end and its policies. */
  readonly withPreflight: boolean;
  /** The kind of credential that it is granted to, and so the forms that go with it; absent for all. */
  readonly credential?: string;
  /** The rows that a preflight found something missing in; absent where everything is to be granted. */
  readonly missing?: readonly MissingRow[];
}

/** A grant in one of the provider's own forms, ready to be pasted. */
export interface Grant {
  /** The form's word on the command line. */
  readonly form: string;
  readonly title: string;
  /** What the text is, for whoever shows or reads it. */
  readonly format: GrantFormat;
  readonly text: string;
}

/** Lines of text, a link, a JSON document, commands for a shell, or Terraform's language. */
export type GrantFormat = "lines" | "link" | "json" | "shell" | "terraform";

/** All forms of one grant. */
export interface GrantSheet {
  readonly grants: readonly Grant[];
  /** What to know before it is given; one sentence each. */
  readonly notes: readonly string[];
}

/** The part of a provider that writes grants. It asks nobody: the same wish gives the same sheet. */
export interface Granter {
  readonly forms: readonly string[];
  isProjectId(text: string): boolean;
  grant(wish: GrantWish): GrantSheet;
}

/** The projects that rows of a coverage name. */
export function projectsOfRows(rows: readonly MissingRow[]): readonly string[] {
  const projects = rows.map(({ scope }) => scope.split("/")[0] ?? "");
  return [...new Set(projects)].filter((project) => project !== "account");
}
