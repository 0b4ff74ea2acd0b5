import { fieldNames, mapFields, rightWords, secretFields, stateFields, stateWords } from "./vendor-words.gen.ts";

/** What of a text may stay, by the name of its field. What is no such field is replaced. */
export type FieldRule =
  | "secret"
  | "place"
  | "word"
  | "known-word"
  | "version"
  | "path"
  | "right"
  | "sentence"
  | "refusal"
  | "service";

// Of answers that no schema of `vendor/` describes: refusals, S3, what a credential and an account say of themselves, batches.
const otherFields = `
  message error error_description errors class errorCode httpCode code queryId details reason method type resource resource_id action
  argument_name help_message unauthorizedActionsByAuthentication unauthorizedActionsByIAM permissions quotas violations title detail
  key value total total_count count next_cursor cursor
  ListAllMyBucketsResult Buckets Bucket CreationDate Name Owner DisplayName ID IsTruncated ContinuationToken NextContinuationToken
  NextMarker Marker MaxKeys Prefix BucketRegion Error Code Message Resource RequestId HostId Region
  credentialId applicationId status creation expiration lastUse rules path allowedIPs ovhSupport account description roles user
  allowedRoutes identities nichandle name email country state organisation ovhSubsidiary ovhCompany currency language customerCode
  applicationKey kms_key_id id urn owner displayName resourceType resourceURN authorizedActions unauthorizedActions allow deny except condition expiredAt readOnly
  createdAt updatedAt resources permissionsGroups policy default_project_id editable deletable managed creation_ip expires_at bearer
  application_id user_id access_key secret_key nb_groups nb_users nb_scoped_policies nb_permission_sets no_principal organization_id
  policies policy_ids api_keys permission_set_names permission_sets_scope_type project_ids groups group_id user_ids application_ids
  created_at updated_at last_login_at mfa account_root_user_id username owner two_factor_enabled locked datacenterLocation ipCountries
  continentCode datacenter services endpoint quotas enabled projects region regions zone zones project_id project organization`;

const known: ReadonlySet<string> = new Set([
  ...fieldNames,
  ...Object.values(secretFields).flatMap((paths) => paths.flatMap((path) => path.split("."))),
  ...otherFields.split(/\s+/),
]);
const maps: ReadonlySet<string> = new Set(mapFields);
// Somewhere a name is one of a few; elsewhere it is what a customer thought of.
const states: ReadonlySet<string> = new Set(stateFields.filter((field) => !/name$|^description$/i.test(field)));
const words: ReadonlySet<string> = new Set(stateWords);
const rights: ReadonlySet<string> = new Set([...rightWords, "*", "s3"]);

const secretEndings = [
  "pass(word|phrase|wd)?",
  "secret",
  "(secret|private|api|ssh|encryption|pairing|license|recovery)_?key",
  "token|kubeconfig|credentials?|user_?data|otp|pin|puk|dsn",
];
// A place in a list, which the next question repeats.
const isPageToken = (field: string): boolean => /^(next_?)?(page|continuation)_?token$/i.test(field);
const secretName = new RegExp(`(${secretEndings.join("|")})$`, "i");
const placeWords = wordSet("region regions zone zones locality localities continent country countries");
const stateEndings = wordSet(
  "status state type engine class mode protocol visibility tier arch architecture category severity semantic level role method",
);
const rightFields = wordSet(
  `action actions allow deny except permission_set_names unauthorizedActionsByIAM unauthorizedActionsByAuthentication
  authorizedActions unauthorizedActions permission_sets_scope_type`,
);
const sentenceFields = wordSet("message error error_description Message help_message detail title");
const refusalFields = wordSet("class errorCode httpCode code Code reason method resource action argument_name");

/** The rule for the text of a field. */
export function ruleOf(field: string, parent: string, isRefusal: boolean): FieldRule | undefined {
  if (secretName.test(field) && !isPageToken(field)) return "secret";
  if (isRefusal && sentenceFields.has(field)) return "sentence";
  if (isRefusal && refusalFields.has(field)) return "refusal";
  if (field === "path" && (parent === "rules" || parent === "allowedRoutes")) return "path";
  if (rightFields.has(field)) return "right";
  // A region says which products it has by name: these are the provider's words (schema model `cloud.Region`).
  if (parent === "services" && field === "name") return "service";
  const ending = wordsOf(field);
  const last = ending.at(-1) ?? "";
  const before = last === "code" ? (ending.at(-2) ?? "") : last;
  if (placeWords.has(before)) return "place";
  if (last === "version" || last === "versions") return "version";
  if (stateEndings.has(last)) return "word";
  return states.has(field) ? "known-word" : undefined;
}

/** Whether a text of a field may stay as it is. */
export function mayStay(text: string, rule: FieldRule): boolean {
  if (text.length > 120) return false;
  switch (rule) {
    case "place":
      return isPlaceName(text);
    case "word":
      return isWord(text) || words.has(text);
    case "known-word":
      return words.has(text);
    case "version":
      return /^v?\d{1,3}(\.\d{1,3}){0,2}$/.test(text) || isWord(text) || words.has(text);
    case "right":
      return isRight(text);
    case "service":
      return /^[a-z]{1,20}(-([a-z]{1,12}|s3))*$/.test(text);
    case "refusal":
      return (
        isWord(text) ||
        /^\d{3}( [A-Z][a-z]{1,15}){1,3}$/.test(text) ||
        /^[A-Z][A-Za-z]{1,30}(::[A-Z][A-Za-z]{1,30})?$/.test(text)
      );
    default:
      return false;
  }
}

/** A region, a zone or a country, as either cloud writes it: GRA11, EU-WEST-PAR, eu-west-par-a, fr-par-1, fr. */
export function isPlaceName(text: string): boolean {
  return /^([A-Z]{2,4}\d{0,2}|[A-Z]{2}(-[A-Z]{2,9}){2,3}(-[A-Z])?|[a-z]{2}(-[a-z]{2,9}){1,4}(-[a-z\d])?|[a-z]{2}|\*)$/.test(
    text,
  );
}

/** A short word in small or in capital letters, as states and types are written; no digits, so that no id or key fits. */
function isWord(text: string): boolean {
  return text.length <= 32 && /^([a-z]+([_-][a-z]+)*|[A-Z]+([_-][A-Z]+)*|[a-z]+([A-Z][a-z]+)+)$/.test(text);
}

/** An IAM action or several, a method, or a permission set, made of the vendors' own words. */
function isRight(text: string): boolean {
  if (/^([A-Z][a-z0-9]*){1,8}(ReadOnly|FullAccess|Read|Write|Manager|Delete|Access)$/.test(text)) return true;
  return isWord(text) || text.split(/, ?/).every((action) => action.split(/[:/]/).every((word) => rights.has(word)));
}

/** Whether the name of a field is the provider's, rather than a key that a customer chose. */
export function isFieldName(name: string, parent: string): boolean {
  // Scaleway's volumes of a server are numbered.
  if (/^\d{1,2}$/.test(name)) return true;
  return known.has(name) && !maps.has(parent);
}

const idEndings = wordSet(
  "id ids key number no phone fax mobile vat siret siren zip postal pin asn serial account order customer contact invoice bill uid gid",
);
const countEndings = wordSet("total count elements totals nb number_of");
const measureEndings = wordSet(
  `size sizes capacity memory ram disk disks quota quotas used usage free available limit max min maximum minimum retention days hours
  minutes seconds duration interval delay timeout ttl port ports bandwidth throughput iops speed cores vcpus cpus threads bytes gb mb
  amount price width length`,
);

/** What a number of a field is worth keeping for: it counts, it measures, or it may be anybody's. */
export function numberRuleOf(field: string): "id" | "count" | "measure" | undefined {
  const ending = wordsOf(field);
  const last = ending.at(-1) ?? "";
  if (!/^[a-z]/i.test(field) || idEndings.has(last)) return "id";
  if (countEndings.has(last) || countEndings.has(ending[0] ?? "")) return "count";
  return measureEndings.has(last) || measureEndings.has(ending[0] ?? "") ? "measure" : undefined;
}

/** `resourceType` and `resource_type` are the same two words. */
function wordsOf(field: string): readonly string[] {
  return field
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\-.]/);
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
