import type { Expiry } from "../../../credentials/credential.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { sentence } from "../../../preflight/sentence.ts";
import type { OvhReader } from "../client.ts";
import { iamAuthority, writingAction } from "./authority.ts";
import { policyExpiries } from "./checks.ts";
import { type IamReader, whyUnknown } from "./iam.ts";
import { readTokenExpiry, settle } from "./questions.ts";
import type { RightsSource } from "./rights-source.ts";

/** The rights of a service account or a token are those of its identity: IAM is asked about each project. */
export function identityRights(iam: IamReader, reader: OvhReader): RightsSource {
  return {
    remediationOfProjects: sentence`a new service account has no right at all: give it an IAM policy on the projects (docs/rights.md)`,
    isKnownAtOnce: false,
    async aside(context) {
      const { value = [], error } = await settle(iam.projectIds(context));
      return { account: undefined, inIam: value, ...(error === undefined ? {} : { error }) };
    },
    async authority({ visible }, kinds, context) {
      const actionsOfKinds = kinds.flatMap(({ rights }) => rights["actions"] ?? []);
      // Others are not of projects: the lists themselves tell of those.
      const ofProjects = actionsOfKinds.filter((action) => action.startsWith("publicCloudProject:"));
      const actions = [...new Set([...ofProjects, writingAction])];
      const checked = await settle(iam.check(visible, actions, context));
      const why =
        checked.error === undefined ? "the authorization check does not mention it" : whyUnknown(checked.error);
      return iamAuthority((project) => checked.value?.get(project), visible, why);
    },
    async further({ report }, context) {
      if (report.value === undefined) return { checks: [], expiries: [] };
      const { identities = [], bearerId, expiries } = report.value;
      const [policies, token] = await Promise.all([
        Promise.all(identities.map((identity) => settle(iam.policies(identity, context)))),
        expiries.length > 0 ? [] : [await tokenExpiry(bearerId, reader, context)],
      ]);
      return { checks: [], expiries: [...token, ...policyExpiries(policies)] };
    },
    addresses(_first, { fromAddress }) {
      if (fromAddress === undefined) return [];
      const message = sentence`IAM does not tell from which addresses a token may be used`;
      return [{ id: "credential.addresses", status: "unknown", message }];
    },
  };
}

/** The end of a token that does not tell it by itself. */
export async function tokenExpiry(user: string | undefined, reader: OvhReader, context: ReadContext): Promise<Expiry> {
  const what = "the access token";
  const remediation =
    "make a new token and replace access_token before then, or use a service account, which needs no renewal";
  const unknown = (unknownBecause: string): Expiry => ({ what, at: undefined, unknownBecause });
  if (user === undefined) return unknown("a token does not say when it ends");
  const { value, error } = await settle(readTokenExpiry(user, reader, context));
  if (error !== undefined) return unknown(whyUnknown(error));
  if (value === undefined) return unknown("the user has several tokens, and this one does not say which it is");
  // Nothing ties the bearer to the one that is listed: a token that somebody brokers is listed nowhere.
  if (value === null) return unknown("the user's only personal token never expires, and this may be another one");
  return { what: "the user's only personal access token, which this seems to be,", at: value, remediation };
}
