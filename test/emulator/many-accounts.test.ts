import { AwsClient } from "aws4fetch";
import { afterEach, describe, expect, test } from "vitest";
import {
  type AccountOptions,
  type EmulatedAccount,
  type Emulators,
  startEmulator,
  startEmulators,
} from "../../src/emulator/index.ts";
import { type Asked, askBuckets, askOvh, askOvhAs, askScaleway, askToken, jsonOf, tokenOf } from "./clients.ts";

let emulators: Emulators;
afterEach(() => emulators.close());

async function start(optionsOfEach: readonly AccountOptions[], ofAll?: Parameters<typeof startEmulators>[1]) {
  emulators = await startEmulators(optionsOfEach, ofAll);
  return emulators.accounts.map((account) => ({ ...account, ...asked(account) }));
}

/** The account as clients ask it. */
function asked({ credentials }: EmulatedAccount): Asked {
  const { scw_access_key, scw_secret_key } = credentials.scaleway;
  const environment = { SCW_ACCESS_KEY: scw_access_key, SCW_SECRET_KEY: scw_secret_key };
  return { url: emulators.url, credentials, environment };
}

function logIn({ url, credentials }: Asked, apikey = credentials.dataPlatform.api_key) {
  const secretkey = credentials.dataPlatform.secret_key;
  return fetch(`${url}/iam/login`, {
    method: "POST",
    body: JSON.stringify({ auth_mode: "apikey", apikey, secretkey }),
  });
}

function exportWith({ url }: Asked, token: string) {
  return fetch(`${url}/dwh/v4/configuration/export`, { headers: { Authorization: `Bearer ${token}` } });
}

async function askDataPlatformBuckets({ url, credentials: { dataPlatform } }: Asked) {
  const { api_key: accessKeyId, secret_key: secretAccessKey } = dataPlatform;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region: "forepaas", service: "s3" });
  return fetch(await client.sign(`${url}/datastore`));
}

const projectIds = async (answer: Promise<Response>) => (await jsonOf<readonly string[]>(answer)).toSorted();
const bucketNames = async (answer: Promise<Response>) =>
  [...(await (await answer).text()).matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name]) => name);

describe("each account answers its own credentials", () => {
  test.each([
    ["a signature of OVHcloud", (account: Asked) => projectIds(askOvh(account, "/cloud/project"))],
    [
      "a service account",
      async (account: Asked) => projectIds(askOvhAs(account, await tokenOf(account), "/1.0/cloud/project")),
    ],
    [
      "an access token",
      (account: Asked) =>
        projectIds(askOvhAs(account, account.credentials.ovhAccessToken.access_token, "/1.0/cloud/project")),
    ],
  ])("%s", async (_name, projectsOf) => {
    const accounts = await start([{ ovhProjects: 2 }, { ovhProjects: 3 }, {}]);
    // The other way round, so that who comes first is not who is found.
    for (const account of accounts.toReversed()) {
      expect(await projectsOf(account)).toEqual(account.projects.ovh.toSorted());
    }
    expect(accounts.flatMap(({ projects }) => projects.ovh)).toHaveLength(8);
    expect(new Set(accounts.flatMap(({ projects }) => projects.ovh)).size).toBe(8);
  });

  test("Scaleway's key, at both of its services", async () => {
    const accounts = await start([{}, {}]);
    for (const account of accounts.toReversed()) {
      const path = `/account/v3/projects?organization_id=${account.scalewayOrganizationId}`;
      const { projects } = await jsonOf<{ projects: { id: string }[] }>(askScaleway(account, path));
      expect(projects.map(({ id }) => id).toSorted()).toEqual(account.projects.scaleway.toSorted());
      const buckets = await bucketNames(askBuckets(account));
      expect(buckets.length).toBeGreaterThan(0);
      expect(account.expectedIds().get("scaleway.object.bucket")).toEqual(expect.arrayContaining(buckets));
    }
  });

  test("the Data Platform's key, its login and its token", async () => {
    const accounts = await start([{}, { resources: { "ovh-data-platform.bucket": 5 } }]);
    for (const account of accounts.toReversed()) {
      expect(await bucketNames(askDataPlatformBuckets(account))).toEqual(
        account.expectedIds().get("ovh-data-platform.bucket"),
      );
      const { token } = await jsonOf<{ token: string }>(logIn(account));
      expect((await exportWith(account, token)).status).toBe(200);
    }
    expect(accounts.map(({ statistics }) => statistics.requests)).toEqual([3, 3]);
  });

  test("a consumer key that its application asked for", async () => {
    const [, account] = await start([{}, {}]);
    if (account === undefined) throw new Error("there are two");
    const body = { accessRules: [{ method: "GET", path: "/*" }] };
    const { consumerKey } = await jsonOf<{ consumerKey: string }>(
      askOvh(account, "/auth/credential", { method: "POST", body }),
    );
    account.decideOvhCredential(consumerKey, "validated");
    const headers = { "X-Ovh-Consumer": consumerKey };
    const signed = askOvh(account, "/cloud/project", { consumer: consumerKey, headers });
    expect(await projectIds(signed)).toEqual(account.projects.ovh.toSorted());
  });
});

test("what one account does and counts is nobody else's", async () => {
  const [one, other] = await start([{ faults: [{ match: "/projects", status: 503, times: 1 }] }, {}], {
    scalewayProjects: 1,
  });
  if (one === undefined || other === undefined) throw new Error("there are two");
  const ask = async (account: Asked & EmulatedAccount) =>
    (await askScaleway(account, `/account/v3/projects?organization_id=${account.scalewayOrganizationId}`)).status;
  expect([await ask(one), await ask(other), await ask(one)]).toEqual([503, 200, 200]);
  other.addFault({ match: "/projects", status: 500 });
  expect([await ask(one), await ask(other)]).toEqual([200, 500]);
  // Nor does anybody answer for who has no account.
  for (const account of [one, other]) {
    account.addFault({ match: "/servers", status: 500 });
    const stranger = askScaleway(account, "/instance/v1/zones/fr-par-1/servers", crypto.randomUUID());
    expect((await stranger).status).toBe(401);
  }
  expect([one.statistics.requests, other.statistics.requests]).toEqual([3, 2]);
  expect(one.projects.scaleway).toHaveLength(1);
});

test("an account has a name of its own wherever it is named", async () => {
  const accounts = await start([{}, { dataPlatform: { tokenLifetimeSeconds: 60 } }], {
    resources: { "ovh.account.user": 1 },
  });
  for (const account of accounts) {
    const { nichandle } = await jsonOf<{ nichandle: string }>(askOvh(account, "/me"));
    expect(nichandle).toMatch(/^ac\d{5}-ovh$/);
    const { access_token: token } = account.credentials.ovhAccessToken;
    const details = await jsonOf<{ account: string; identities: string[] }>(
      askOvhAs(account, token, "/1.0/auth/details"),
    );
    expect(details).toMatchObject({
      account: nichandle,
      identities: [`urn:v1:eu:identity:user:${nichandle}/inventory`],
    });
    const resources = await jsonOf<{ owner: string }[]>(askOvh(account, "/v2/iam/resource"));
    const owners = resources.map(({ owner }) => owner);
    expect(owners).toContain(nichandle);
    expect(owners).not.toContain("ab12345-ovh");
    const [login] = await jsonOf<string[]>(askOvh(account, "/me/identity/user"));
    const { urn } = await jsonOf<{ urn: string }>(askOvh(account, `/me/identity/user/${login}`));
    expect(urn).toBe(`urn:v1:eu:identity:user:${nichandle}/${login}`);
  }
  const names = accounts.map(({ credentials }) => credentials.dataPlatform.project_subdomain);
  expect(new Set(names).size).toBe(2);
});

describe("who has no account", () => {
  const everything: Readonly<Record<string, (server: Asked) => Promise<Response>>> = {
    "an unknown application": (server) => askOvh(server, "/me", { application: "unknown" }),
    "no application": (server) => askOvh(server, "/me", { application: undefined }),
    "no consumer key": (server) => askOvh(server, "/me", { consumer: undefined }),
    "a wrong signature": (server) => askOvh(server, "/me", { secret: "wrong" }),
    "an unknown bearer of OVHcloud's": (server) => askOvhAs(server, "unknown", "/1.0/me"),
    "an unknown service account": (server) => askToken(server, { client_id: "unknown" }),
    "a login without a service account": (server) => askToken(server, { client_id: undefined }),
    "an unknown token of Scaleway's": (server) =>
      askScaleway(server, "/instance/v1/zones/fr-par-1/servers", "00000000-0000-4000-8000-000000000000"),
    "no token": (server) => askScaleway(server, "/instance/v1/zones/fr-par-1/servers", ""),
    "an unknown access key": (server) =>
      askBuckets({ ...server, environment: { ...server.environment, SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX" } }),
    "an unsigned list of buckets": ({ url }) => fetch(url),
    "an unknown key of the Data Platform's": (server) => logIn(server, "unknown"),
    "a login that is no JSON": ({ url }) => fetch(`${url}/iam/login`, { method: "POST", body: "{" }),
    "an unknown token of the Data Platform's": (server) => exportWith(server, "unknown"),
    "the time, which needs no credential": (server) => askOvh(server, "/auth/time", { application: undefined }),
  };

  test.each(Object.entries(everything))("%s: gets what one emulator answers", async (_name, ask) => {
    const timeMs = Date.now();
    const now = () => timeMs;
    const [account] = await start([{}, {}], { now });
    if (account === undefined) throw new Error("there is one");
    const single = await startEmulator({ now });
    try {
      const [told, expected] = await Promise.all([ask(account), ask(single)]);
      expect({ status: told.status, body: await told.text() }).toEqual({
        status: expected.status,
        body: await expected.text(),
      });
    } finally {
      await single.close();
    }
  });

  test("the consumer key of another account is an unknown one", async () => {
    const [one, other] = await start([{}, {}]);
    if (one === undefined || other === undefined) throw new Error("there are two");
    const answer = await askOvh(one, "/me", { consumer: other.credentials.ovhApplication.consumer_key });
    expect(await jsonOf(answer)).toMatchObject({ errorCode: "INVALID_CREDENTIAL" });
  });
});

test("a thousand accounts share no credential and no name", async () => {
  const accounts = await start(Array.from({ length: 1000 }, () => ({ ovhProjects: 1, scalewayProjects: 1 })));
  const texts = accounts.flatMap(({ credentials, projects, scalewayOrganizationId }) => {
    const { ovhApplication, ovhServiceAccount, ovhAccessToken, dataPlatform } = credentials;
    const { endpoint: _endpoint, ...application } = ovhApplication;
    const own = [application, dataPlatform].flatMap((config) => Object.values(config));
    const { scw_access_key, scw_secret_key } = credentials.scaleway;
    const others = [ovhServiceAccount.client_id, ovhAccessToken.access_token, scw_access_key, scw_secret_key];
    return [...own, ...others, ...projects.ovh, scalewayOrganizationId];
  });
  expect(texts).toHaveLength(12_000);
  expect(new Set(texts).size).toBe(texts.length);
  const last = accounts.at(-1);
  if (last === undefined) throw new Error("there are a thousand");
  expect(await projectIds(askOvh(last, "/cloud/project"))).toEqual(last.projects.ovh);
});

test("two accounts with the credentials of one are refused", async () => {
  await start([{}]);
  await expect(startEmulators([{}, { seed: 1 }])).rejects.toThrow(new RangeError("two accounts have the seed 1"));
});
