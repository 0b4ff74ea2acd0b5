import { InventoryError } from "../../../inventory/errors.ts";
import { sentence } from "../../../preflight/sentence.ts";
import { bothForms, neededRules } from "../needed-rules.ts";
import { covers, parseRule } from "./access-rules.ts";
import { noAuthority, ruleAuthority } from "./authority.ts";
import { applicationCheck } from "./checks.ts";
import { whyUnknown } from "./iam.ts";
import type { ExaminerParts } from "./parts.ts";
import { applicationPath, readApplication, readAuthDetails, settle } from "./questions.ts";
import type { RightsSource } from "./rights-source.ts";
import { addressCheck, formCheck } from "./rule-checks.ts";

/** The rights of a consumer key are the rules that it carries, matched here: no request tells them better. */
export function keyRights({
  door,
  reader,
  base,
  projectIds,
}: Pick<ExaminerParts, "door" | "reader" | "base" | "projectIds">): RightsSource {
  return {
    remediationOfProjects: sentence`a consumer key sees the projects of the account that approved it, and needs the rule GET /cloud/project, or project_ids in the config where its rules name projects (docs/rights.md)`,
    isKnownAtOnce: true,
    async aside(context) {
      const details = await settle(readAuthDetails(door.send, base, context));
      const { value, error } = details;
      return { account: value?.account || undefined, inIam: [], ...(error === undefined ? {} : { error }) };
    },
    async authority({ report, visible }, kinds) {
      const rules = report.value?.rights?.map(parseRule);
      if (rules === undefined) return noAuthority(whyUnknown(report.error));
      const facts = kinds.flatMap(({ rights }) => rights["optionalRules"] ?? []).flatMap(bothForms);
      const needed = [...neededRules({ kinds, projects: projectIds, narrow: true }), ...facts];
      return ruleAuthority(rules, visible, needed.map(parseRule));
    },
    async further({ report, visible }, context) {
      if (report.value === undefined) return { checks: [], expiries: [] };
      const { rights = [], application } = report.value;
      const rules = rights.map(parseRule);
      const call = { method: "GET", path: applicationPath(application ?? "") };
      const mayAsk = application !== undefined && rules.some((rule) => covers(rule, call));
      const answer = await settle(mayAsk ? readApplication(application, reader, context) : Promise.reject(mayNotAsk));
      return { checks: [applicationCheck(answer), formCheck(rules, visible)], expiries: [] };
    },
    addresses: ({ report }, { fromAddress }, isRefusedHere) =>
      report.value === undefined ? [] : [addressCheck(report.value.allowedAddresses, fromAddress, isRefusedHere)],
  };
}

const mayNotAsk = new InventoryError("PERMISSION_DENIED", "the key has no rule for its own application");
