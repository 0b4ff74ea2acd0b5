import type { Expiry } from "../../../credentials/credential.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import type { OvhReader } from "../client.ts";
import { iamAuthority } from "./authority.ts";
import { policyExpiries } from "./checks.ts";
import { type IamReader, whyUnknown } from "./iam.ts";
import { readTokenExpiry, settle } from "./questions.ts";
import type { RightsSource } from "./rights-source.ts";

/** The rights of a service account or a token are those of its identity: IAM is asked about each project. */
export function identityRights(iam: IamReader, reader: OvhReader): RightsSource {
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
      if (report.value === undefined) return { checks: [], expiries: [] };
      const { identity, bearerId, expiries } = report.value;
      // Reading policies is a right of its own, which discovery does not need: without it, their ends stay unsaid.
      const [policies, token] = await Promise.all([
        identity === undefined ? { value: [] } : settle(iam.policies(identity, context)),
        expiries.length > 0 ? [] : [await tokenExpiry(bearerId, reader, context)],
      ]);
      return { checks: [], expiries: [...token, ...policyExpiries(policies)] };
    },
  };
}

/** The end of a token that does not tell it by itself. */
async function tokenExpiry(user: string | undefined, reader: OvhReader, context: ReadContext): Promise<Expiry> {
  const what = "the access token";
  const mend =
    "make a new token and replace access_token before then, or use a service account, which needs no renewal";
  if (user === undefined) return { what, at: undefined, unknownBecause: "a token does not say when it ends" };
  const { value, error } = await settle(readTokenExpiry(user, reader, context));
  if (error !== undefined) return { what, at: undefined, unknownBecause: whyUnknown(error) };
  const unknownBecause = `the user has several tokens, and this one does not say which it is`;
  return { what, at: value, mend, ...(value === undefined ? { unknownBecause } : {}) };
}
