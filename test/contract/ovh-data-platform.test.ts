import { describe } from "vitest";
import { loadProvider } from "../../src/providers/registry.ts";
import type { Reply } from "./fake-cloud.ts";
import { testProvider } from "./provider-contract.ts";

const keys = { api_key: "APIKEY-4711-deadbeef", secret_key: "SECRETKEY-0815-cafebabe" };

const s3Error = (code: string): Reply => ({
  status: 403,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${keys.secret_key}</Message></Error>`,
  headers: { "content-type": "application/xml" },
});

describe("ovh-data-platform", async () => {
  await testProvider({
    definition: await loadProvider("ovh-data-platform"),
    config: { project_subdomain: "my-project", ...keys },
    origins: ["https://my-project.eu.dataplatform.ovh.net"],
    basePath: "",
    // Buckets are signed for: nobody has to log in to list them.
    beside: () => undefined,
    secrets: Object.values(keys),
    refusals: { credential: s3Error("InvalidAccessKeyId"), right: s3Error("AccessDenied") },
  });
});
