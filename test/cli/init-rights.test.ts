import { afterEach, describe, expect, test } from "vitest";
import { hasTerminals, keys } from "./at-terminal.ts";
import {
  begin,
  chooseOvhKeys,
  chooseOvhWay,
  emulator,
  ended,
  leave,
  person,
  typeKeys,
  typeOvhKeys,
} from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down, ctrlC } = keys;
afterEach(leave);

describe.skipIf(!hasTerminals)("a right that is missing", () => {
  test("is shown with its grant, and once it is granted is all that is looked at again", async () => {
    const permissionSets = ["InstancesReadOnly", "ObjectStorageBucketsRead"];
    await begin({
      scalewayProjects: 1,
      scalewayRules: [
        { permissionSets, scope: "all-projects" },
        { permissionSets: ["ProjectReadOnly"], scope: "organization" },
      ],
    });
    const { scw_access_key, scw_secret_key } = configsOf(emulator).scaleway;
    await person.answer(/Which account.*└/s, down, enter);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ scw_access_key, scw_secret_key });
    await person.answer(/◆ +Project.*└/s, enter);
    await person.answer(/x \d+ missing: .*● Show what has to be granted.*└/s, enter);
    await person.answer(/scw iam policy create.*AppleSiliconReadOnly.*another form\?.*└/s, enter);
    expect(person.shown()).not.toMatch(/permission-set-names\.\d=Instances/);
    permissionSets.push("AllProductsReadOnly");
    const instances = () => emulator.statistics.paths.filter((path) => path.includes("/instance/v1/"));
    expect(instances().length).toBeGreaterThan(0);
    emulator.resetStatistics();
    await person.answer(/What now\?.*○ Check again what failed.*└/s, down, enter);
    await person.answer(/usable: everything that was chosen can be read.*● Go on.*└/s, ctrlC);
    expect(emulator.statistics.paths.some((path) => path.includes("/apple-silicon/"))).toBe(true);
    expect(instances()).toEqual([]);
    expect(await ended()).toBe(130);
  });

  test("of OVHcloud's projects makes a key useless: no going on, and the grant is of a new key", async () => {
    const paths = ["/cloud/project", "/cloud/project/*/volume", "/auth/*", "/me"];
    await begin({ ovhRules: paths.map((path) => ({ method: "GET", path })) });
    await chooseOvhKeys();
    await typeOvhKeys(configsOf(emulator).ovh);
    await person.answer(
      /x \d+ missing: needs GET \/cloud\/project\/\*.*x not usable: see what failed above.*● Show what has to be granted.*└/s,
      enter,
    );
    await person.answer(/rules cannot be[\s│]+added to a consumer key.*createToken\/\?.*another form\?.*└/s, enter);
    await person.answer(/What now\?.*└/s, ctrlC);
    expect(await ended()).toBe(130);
    expect(person.shown()).not.toMatch(/[●○] Go on[^└]*Enter another key/);
  });

  test("of a service account that has none is answered with the whole policy", async () => {
    await begin({ ovhGrants: [{ action: "account:apiovh:iam/policy/get" }] });
    await chooseOvhWay(1);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, down, enter);
    const { client_id, client_secret } = emulator.credentials.ovhServiceAccount;
    await typeKeys({ client_id, client_secret });
    await person.answer(
      /a new service account has no right at all.*not usable.*● Show what has to be granted.*└/s,
      enter,
    );
    await person.answer(
      /"publicCloudProject:apiovh:get".*"publicCloudProject:apiovh:volume\/get".*another form\?.*└/s,
      ctrlC,
    );
    expect(await ended()).toBe(130);
  });
});

describe.skipIf(!hasTerminals)("a provider that", () => {
  test("is slow: what is waited for is said", async () => {
    await begin({ latencyMs: 400 });
    const { scw_access_key, scw_secret_key } = configsOf(emulator).scaleway;
    await person.answer(/Which account.*└/s, down, enter);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ scw_access_key, scw_secret_key });
    await person.answer(/asking what there is to choose from/);
    await person.answer(/◆ +Project.*└/s, enter);
    await person.answer(/checking/);
    await person.answer(/● Go on.*└/s, enter);
    await person.answer(/What shall be read\?.*└/s, enter);
    await person.answer(/asking which projects there are/, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("fails: that is said, and asked again once it is back", async () => {
    await begin();
    emulator.addFault({ match: "/", status: 503 });
    await chooseOvhKeys();
    await typeOvhKeys(configsOf(emulator).ovh);
    await person.answer(/failed at the provider \(status 503\).*not usable.*● Check again what failed.*└/s);
    emulator.clearFaults();
    await person.answer(/● Check again what failed.*└/s, enter);
    await person.answer(/OVHcloud accepts it.*usable: everything that was chosen can be read.*● Go on.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("fails while there is something to choose: that is said, and the id can be typed", async () => {
    await begin();
    emulator.addFault({ match: "/", status: 503 });
    const { scw_access_key, scw_secret_key } = configsOf(emulator).scaleway;
    await person.answer(/Which account.*└/s, down, enter);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ scw_access_key, scw_secret_key });
    await person.answer(/503.*\(scw_project_id\)/s, ctrlC);
    expect(await ended()).toBe(130);
  });
});
