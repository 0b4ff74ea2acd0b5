import { iamAuthority } from "./authority.ts";
import { policyExpiries } from "./checks.ts";
import { type IamReader, whyUnknown } from "./iam.ts";
import { settle } from "./questions.ts";
import type { RightsSource } from "./rights-source.ts";

/** The rights of a service account or a token are those of its identity: IAM is asked about each project. */
export function identityRights(iam: IamReader): RightsSource {
  return {
    mendOfProjects:
      "a new service account has no right at all: give it an IAM policy on the projects; `cloud-inventory rights` prints one",
    async aside(context) {
      const projects = await settle(iam.projectIds(context));
      return { account: undefined, inIam: projects.value ?? [] };
    },
    async authority({ visible }, kinds, context) {
      const actions = [...new Set(kinds.flatMap(({ rights }) => rights.actions ?? []))];
      const checked = await settle(iam.check(visible, actions, context));
      const why =
        checked.error === undefined ? "the authorization check does not mention it" : whyUnknown(checked.error);
      return iamAuthority((project) => checked.value?.get(project), why);
    },
    async further({ report }, _question, context) {
      const identity = report.value?.identity;
      if (identity === undefined) return { checks: [], expiries: [] };
      // Reading policies is a right of its own, which discovery does not need: without it, their ends stay unsaid.
      const policies = await settle(iam.policies(identity, context));
      return { checks: [], expiries: policyExpiries(policies) };
    },
  };
}
