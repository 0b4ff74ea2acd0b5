/**
 * What is checked before a job, by stable id: alerts and forms hang on the ids. Each has a section of the same name in
 * `docs/preflight.md`. What a check says is written where the facts are, by the provider that knows them.
 */
export const catalogue = {
  "config.form": "The config has the form that the inventory needs",
  "provider.reachable": "The provider answers",
  "credential.accepted": "The provider accepts the credential",
  "credential.identity": "Whose credential it is",
  "credential.bearer": "Who bears the credential",
  "credential.expiry": "How long the credential lasts",
  "credential.addresses": "From where the credential may be used",
  "credential.excess": "The credential can do no more than the job needs",
  "account.expected": "The account is the one that was expected",
  "projects.visible": "The credential sees projects",
  "projects.read": "Every project that the credential sees is read",
  "projects.state": "The projects are in use",
  "places.visible": "The regions and zones answer",
  "rights.granted": "The credential may read the chosen kinds",
  "kinds.notGranted": "Kinds of the default set that are not granted",
  "rights.form": "The granted rules have an effect",
  "rights.conditions": "The grants hold at any time and from anywhere",
  "object-storage.key-pair": "Access key and secret key are one pair",
  "object-storage.preferred-project": "The key's preferred project is the one that is read",
  "gaps.accepted": "What is left out on purpose",
  "surroundings.clock": "The clock is right",
  "surroundings.proxy": "The way to the provider",
} as const;

/** The stable id of a check. */
export type CheckId = keyof typeof catalogue;

/** Where the documentation explains a check. */
export function docsOf(check: string): string {
  return `docs/preflight.md#${check.replaceAll(".", "")}`;
}
