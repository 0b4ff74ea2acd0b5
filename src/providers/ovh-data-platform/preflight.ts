import type { CredentialReport, Expiry } from "../../credentials/credential.ts";
import { abortError, asInventoryError, type ErrorCode, type InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { projectScope } from "../../inventory/scope.ts";
import type { Coverage, Examiner } from "../../preflight/examiner.ts";
import type { CheckResult } from "../../preflight/report.ts";
import { remediationOf, sentence } from "../../preflight/sentence.ts";
import type { BucketReader } from "./client.ts";

export interface ExaminerParts {
  readonly subdomain: string;
  /** Logs in. */
  readonly inspect: (context: ReadContext) => Promise<CredentialReport>;
  readonly readBuckets: BucketReader;
  /** When the key ends, as far as the config says. */
  readonly expiry: Expiry;
}

/** What was asked, and what stopped it. */
type Asked<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: InventoryError };

type Standing = Pick<Coverage, "status" | "reason">;

/** Two questions at once: does the login accept the key, and do the buckets? Nothing else is documented. */
export function createExaminer({ subdomain, inspect, readBuckets, expiry }: ExaminerParts): Examiner {
  const scope = projectScope(subdomain).id;
  const expiries = [expiry];
  const coverage = (kinds: readonly ResourceKind[], standing: Standing): Coverage[] =>
    kinds.map(({ id }) => ({ kind: id, scope, missing: [], ...standing }));

  return {
    checks: ["credential.identity", "credential.bearer", "object-storage.key-pair"],
    async examine({ kinds, tell }, context) {
      tell?.({ expiries });
      const askLogin = async () => {
        const login = await asked(inspect(context));
        const checks = loginChecks(login);
        if (!context.signal.aborted) tell?.({ checks });
        return { login, checks };
      };
      const [{ login, checks }, buckets] = await Promise.all([askLogin(), asked(readBuckets(context))]);
      if (context.signal.aborted) throw abortError(context.signal);
      return {
        account: subdomain,
        checks: [reachCheck([login, buckets]), ...checks, ...bucketChecks(login, buckets)],
        coverage: coverage(kinds, isRefusedByBoth(login, buckets) ? refusedByBoth : standingOf(buckets)),
        expiries,
      };
    },
    async examineBriefly(kinds, context) {
      return { coverage: coverage(kinds, standingOf(await asked(readBuckets(context)))), expiries: [expiry] };
    },
    readExpiries: async () => [expiry],
    accountOf: async () => subdomain,
    ownerOf: async () => subdomain,
  };
}

function asked<Value>(question: Promise<Value>): Promise<Asked<Value>> {
  return question.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ error: asInventoryError(thrown) }),
  );
}

/** Refusals that prove that somebody is there. */
const answers: readonly (ErrorCode | undefined)[] = [undefined, "UNAUTHENTICATED", "PERMISSION_DENIED"];

function reachCheck(questions: readonly Asked<unknown>[]): CheckResult {
  const id = "provider.reachable";
  if (questions.some(({ error }) => answers.includes(error?.code))) {
    return { id, status: "pass", message: sentence`the Data Platform answers` };
  }
  const errors = questions.flatMap(({ error }) => error ?? []);
  const status = errors.some(({ code }) => code === "RATE_LIMITED") ? "unknown" : "fail";
  const reason = [...new Set(errors.map(({ message }) => message))].join("; ");
  const remediation = sentence`check project_subdomain, and that this machine may reach it`;
  return { id, status, message: sentence`${{ reason }}`, remediation };
}

const bearer: CheckResult = {
  id: "credential.bearer",
  status: "unknown",
  message: sentence`the login does not tell whether a user or a service account bears the API key`,
};

function loginChecks({ value, error }: Asked<CredentialReport>): readonly CheckResult[] {
  const id = "credential.accepted";
  if (error === undefined) {
    const accepted: CheckResult = {
      id,
      status: "pass",
      message: sentence`the Data Platform's login accepts the API key`,
    };
    const { identity } = value;
    const named: CheckResult[] =
      identity === undefined
        ? []
        : [{ id: "credential.identity", status: "pass", message: sentence`the API key belongs to ${{ identity }}` }];
    return [accepted, ...named, bearer];
  }
  const reason = sentence`${{ reason: error.message }}`;
  if (error.code === "UNAUTHENTICATED") return [{ id, status: "fail", message: reason, ...remediationOf(error) }];
  const message = sentence`whether the API key is accepted is not known: ${reason}`;
  return [{ id, status: "unknown", message, ...remediationOf(error) }];
}

/** The buckets know a key of their own accord: a login that accepts it proves nothing about them. */
function bucketChecks(login: Asked<unknown>, { error }: Asked<unknown>): readonly CheckResult[] {
  const id = "object-storage.key-pair";
  if (error === undefined || error.code === "PERMISSION_DENIED") {
    return [{ id, status: "pass", message: sentence`the Data Platform's buckets know the API key` }];
  }
  if (error.code !== "UNAUTHENTICATED" || login.error !== undefined) return [];
  const remediation = sentence`use a key that was made for an account of the ForePaaS Directory: buckets take no other`;
  return [
    { id, status: "fail", message: sentence`${{ reason: error.message }}, though the login accepts it`, remediation },
  ];
}

const refusedByBoth: Standing = { status: "unknown", reason: "the credential was refused" };

/** A credential that nobody accepts shows no right to be missing; one that the login accepts is of no use to the buckets. */
function isRefusedByBoth(login: Asked<unknown>, buckets: Asked<unknown>): boolean {
  return [login, buckets].every(({ error }) => error?.code === "UNAUTHENTICATED");
}

function standingOf({ error }: Asked<unknown>): Standing {
  if (error === undefined) return { status: "granted" };
  const isRefused = error.code === "PERMISSION_DENIED" || error.code === "UNAUTHENTICATED";
  return { status: isRefused ? "missing" : "unknown", reason: error.message };
}
