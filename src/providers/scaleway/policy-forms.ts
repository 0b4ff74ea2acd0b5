/** One rule of a policy: permission sets, and where they hold (IAM API, `RuleSpecs`). */
interface PolicyRule {
  readonly permission_set_names: readonly string[];
  readonly project_ids?: readonly string[];
  readonly organization_id?: string;
}

/** A policy for an application of its own, or one that is added to an application that exists. */
export interface Policy {
  readonly name: string;
  readonly rules: readonly PolicyRule[];
  readonly forNewApplication: boolean;
  /** The project that the key prefers. */
  readonly project: string;
}

const application = "APPLICATION_ID";

/** The body of `POST /iam/v1alpha1/policies` (Scaleway's IAM API). */
export function apiBody({ name, rules }: Policy): string {
  return JSON.stringify({ name, organization_id: "ORGANIZATION_ID", application_id: application, rules }, null, 2);
}

/** Lines for `scw`; list arguments are numbered (scaleway/scaleway-cli, docs/commands/iam.md). */
export function commandLines({ name, rules, forNewApplication, project }: Policy): string {
  const policy = [
    `scw iam policy create name=${name} application-id=${application}`,
    ...rules.flatMap((rule, index) => ruleArguments(rule).map((argument) => `  rules.${index}.${argument}`)),
  ].join(" \\\n");
  if (!forNewApplication) return policy;
  return [
    `scw iam application create name=${name}`,
    policy,
    `scw iam api-key create application-id=${application} default-project-id=${project}`,
  ].join("\n");
}

function ruleArguments({ permission_set_names, project_ids = [], organization_id }: PolicyRule): readonly string[] {
  return [
    ...permission_set_names.map((set, index) => `permission-set-names.${index}=${set}`),
    ...project_ids.map((id, index) => `project-ids.${index}=${id}`),
    ...(organization_id === undefined ? [] : [`organization-id=${organization_id}`]),
  ];
}

/** Resources of Scaleway's Terraform provider (scaleway/terraform-provider-scaleway, docs/resources/iam_*.md). */
export function terraform({ name, rules, forNewApplication, project }: Policy): string {
  const label = name.replaceAll("-", "_");
  const bearer = forNewApplication ? `scaleway_iam_application.${label}.id` : `"${application}"`;
  const policy = [
    `resource "scaleway_iam_policy" "${label}" {`,
    `  name           = "${name}"`,
    `  application_id = ${bearer}`,
    ...rules.map(ruleBlock),
    "}",
  ].join("\n");
  if (!forNewApplication) return policy;
  return [
    `resource "scaleway_iam_application" "${label}" {\n  name = "${name}"\n}`,
    policy,
    `resource "scaleway_iam_api_key" "${label}" {\n  application_id     = ${bearer}\n  default_project_id = "${project}"\n}`,
  ].join("\n\n");
}

function ruleBlock({ permission_set_names, project_ids, organization_id }: PolicyRule): string {
  const list = (values: readonly string[]): string => `[${values.map((value) => `"${value}"`).join(", ")}]`;
  const scope =
    project_ids === undefined
      ? `organization_id      = "${organization_id}"`
      : `project_ids          = ${list(project_ids)}`;
  return `  rule {\n    ${scope}\n    permission_set_names = ${list(permission_set_names)}\n  }`;
}
