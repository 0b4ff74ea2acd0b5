import { describe } from "vitest";
import { loadProvider } from "../../src/providers/registry.ts";
import { json } from "./fake-cloud.ts";
import { testProvider } from "./provider-contract.ts";

const keys = {
  application_key: "applicationkey00",
  application_secret: "applicationsecret000000000000000",
  consumer_key: "consumerkey000000000000000000000",
};

describe("ovh", async () => {
  await testProvider({
    definition: await loadProvider("ovh"),
    config: { endpoint: "ovh-eu", ...keys },
    origins: ["https://eu.api.ovh.com"],
    basePath: "/1.0",
    // A region that says to have everything: what a list answers there is held against it.
    beside: ({ pathname }) => {
      const [, name] = /\/region\/([^/]+)$/.exec(pathname) ?? [];
      const services = ["volume", "storage-s3-standard", "network", "octavialoadbalancer", "workflow"].map(
        (service) => ({ name: service }),
      );
      return name === undefined ? undefined : json({ name, services });
    },
    secrets: Object.values(keys),
    refusals: {
      credential: json(
        { errorCode: "INVALID_CREDENTIAL", httpCode: "403 Forbidden", message: "This credential is not valid" },
        403,
      ),
      right: json({ class: "Client::Forbidden", message: "This call has not been granted", details: {} }, 403),
    },
  });
});
