import type { ErrorCode } from "../../inventory/errors.ts";
import type { Check, PreflightReport } from "../../preflight/report.ts";

const keyRequest = "cloud-inventory credentials request";

const commands: Partial<Record<Check["id"], string>> = {
  "credential.addresses": "cloud-inventory preflight --from-ip ADDRESS",
  "credential.bearer": "cloud-inventory rights",
  "credential.excess": "cloud-inventory rights --narrow",
  "kinds.notGranted": "cloud-inventory preflight --pin",
  "projects.visible": "cloud-inventory rights",
  "rights.form": "cloud-inventory rights",
  "rights.granted": "cloud-inventory rights --missing",
};

const commandsByCode: Partial<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: "cloud-inventory preflight",
  PERMISSION_DENIED: "cloud-inventory rights --missing",
  INVALID_CONFIG: "cloud-inventory validate",
  NOT_FOUND: "cloud-inventory preflight",
};

/**
 * The command that helps with what a check found wrong. Remediations are written for every host and name config keys alone; who is
 * at a terminal has a command for some of them.
 */
export function commandFor({ id, remediation }: Check, { credential }: PreflightReport): string | undefined {
  if (remediation === undefined) return undefined;
  const isKey = credential.startsWith("ovh-application") && remediation.includes("replace consumer_key");
  return isKey ? keyRequest : commands[id];
}

/** The command that tells more of a gap. */
export function commandAgainst(code: ErrorCode): string | undefined {
  return commandsByCode[code];
}
