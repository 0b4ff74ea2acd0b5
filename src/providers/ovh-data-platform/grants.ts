import type { Granter } from "../../preflight/grant.ts";

/** No page names the right that lists buckets, so there is nothing to write down but what to look at. */
export const dataPlatformGranter: Granter = {
  forms: [],
  // A project is named by the config alone: its subdomain could be any word.
  isProjectId: () => false,
  grant: () => ({
    grants: [],
    notes: [
      "the Data Platform documents no right for buckets: take a key of an account that sees all of them in the platform itself",
    ],
  }),
};
