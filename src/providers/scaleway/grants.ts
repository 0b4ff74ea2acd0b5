import type { KindSummary } from "../../inventory/resource-kind.ts";
import { type Granter, type GrantSheet, type GrantWish, projectsOfRows } from "../../preflight/grant.ts";
import { apiBody, commandLines, type Policy, terraform } from "./policy-forms.ts";

/** Scaleway's forms of a grant, all of the same policy. */
export const scalewayGranter: Granter = {
  forms: ["json", "cli", "terraform"],
  isProjectId: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  grant: scalewayGrant,
};

const placeholders = { project: "PROJECT_ID", organization: "ORGANIZATION_ID" };

// Sets for features of the organization itself; rules that name projects cannot hold them (Scaleway's documentation, permission sets).
const ofOrganization = ["ProjectReadOnly", "IAMReadOnly"];
const projectProof = "ObjectStorageBucketsRead";

function scalewayGrant(wish: GrantWish): GrantSheet {
  const sets = neededSets(wish);
  const named = wish.missing === undefined ? wish.projects : projectsOfRows(wish.missing);
  const projects = named.length > 0 ? named : [placeholders.project];
  const organization = wish.organization ?? placeholders.organization;
  // A project set with the organization as its scope holds in all projects, those to come included (scaleway-cli issue 5686).
  const scope = wish.organization === undefined ? { project_ids: projects } : { organization_id: organization };
  const inProjects = sets.filter((set) => !ofOrganization.includes(set));
  const inOrganization = sets.filter((set) => ofOrganization.includes(set));
  const policy: Policy = {
    name: wish.missing === undefined ? "cloud-inventory" : "cloud-inventory-missing",
    rules: [
      ...(inProjects.length > 0 ? [{ permission_set_names: inProjects, ...scope }] : []),
      ...(inOrganization.length > 0 ? [{ permission_set_names: inOrganization, organization_id: organization }] : []),
    ],
    forNewApplication: wish.missing === undefined,
    project: projects[0] ?? placeholders.project,
  };
  return {
    grants: [
      { form: "json", title: "Body of POST /iam/v1alpha1/policies", format: "json", text: apiBody(policy) },
      { form: "cli", title: "Lines for Scaleway's command line", format: "shell", text: commandLines(policy) },
      {
        form: "terraform",
        title: "Terraform, which keeps the secret key in its state",
        format: "terraform",
        text: terraform(policy),
      },
    ],
    notes: notesOf(wish, sets),
  };
}

function neededSets(wish: GrantWish): readonly string[] {
  const { kinds, missing, withPreflight, narrow } = wish;
  const isLacking = ({ id }: KindSummary): boolean => missing?.some(({ kind }) => kind === id) ?? true;
  const ofKinds = kinds.filter(isLacking).flatMap(narrowestSet);
  if (missing !== undefined) return [...new Set(ofKinds)];
  const broad = ofKinds.map((set) => (ofOrganization.includes(set) ? set : "AllProductsReadOnly"));
  const listing = wish.organization === undefined ? [] : ["ProjectReadOnly"];
  const sets = [...(narrow ? ofKinds : broad), ...listing, ...(withPreflight ? ofOrganization : [])];
  return [...new Set([...sets, ...(lacksProof(sets) ? [projectProof] : [])])];
}

/** One of a kind's sets is enough, and they are named from the widest to the narrowest. */
function narrowestSet({ rights }: KindSummary): readonly string[] {
  return rights["permissionSets"]?.slice(-1) ?? [];
}

/** An empty list counts only in a project that something has shown to exist: see `proven-projects.ts`. */
function lacksProof(sets: readonly string[]): boolean {
  return !["ProjectReadOnly", "AllProductsReadOnly", projectProof].some((set) => sets.includes(set));
}

function notesOf({ kinds, missing }: GrantWish, sets: readonly string[]): readonly string[] {
  const isForProof = sets.includes(projectProof) && !kinds.flatMap(narrowestSet).includes(projectProof);
  const namesVolumes = sets.some((set) => set === "AllProductsReadOnly" || set === "BlockStorageReadOnly");
  const namesAddresses = sets.some((set) => set === "AllProductsReadOnly" || set === "IPAMReadOnly");
  const readsServers = kinds.some(({ id }) => id === "scaleway.instance.server");
  return [
    "put in the ids where capital words stand",
    ...(isForProof
      ? [
          `${projectProof} is there to show that the project exists, where a list is empty; ProjectReadOnly would do too`,
        ]
      : []),
    ...(readsServers && !namesVolumes && missing === undefined
      ? ["with BlockStorageReadOnly too, Instances tell the names and sizes of their block volumes"]
      : []),
    ...(readsServers && !namesAddresses && missing === undefined
      ? ["with IPAMReadOnly too, Instances tell their addresses in private networks"]
      : []),
  ];
}
