import { describe } from "vitest";
import { loadProvider } from "../../src/providers/registry.ts";
import { json } from "./fake-cloud.ts";
import { fixtureOf } from "./fixtures.ts";
import { testProvider } from "./provider-contract.ts";

const project = "7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6";
const secret = "deadbeef-0000-4000-8000-00000000cafe";

const volumes = [fixtureOf("scaleway", "scaleway.block.volume").item];

describe("scaleway", async () => {
  await testProvider({
    definition: await loadProvider("scaleway"),
    config: { scw_project_id: project, scw_access_key: "SCWAAAAAAAAAAAAAAAAA", scw_secret_key: secret },
    origins: ["https://api.scaleway.com", ...["fr-par", "it-mil"].map((region) => `https://s3.${region}.scw.cloud`)],
    basePath: "",
    beside: (url) => {
      // What proves that an empty project exists, and what names and sizes the block volume of the server.
      if (url.pathname === `/account/v3/projects/${project}`) return json({ id: project });
      return url.pathname === "/block/v1/zones/fr-par-1/volumes" ? json({ volumes, total_count: 1 }) : undefined;
    },
    secrets: [secret, "SCWAAAAAAAAAAAAAAAAA"],
    refusals: {
      credential: json({ message: "authentication is denied", reason: "expired", type: "denied_authentication" }, 401),
      right: json({ message: "insufficient permissions", type: "permissions_denied", details: [] }, 403),
    },
  });
});
