// The clouds' own clients, used as their documentation shows. Neither waits for a limit: the first refusal ends the work.
import { Block, Instance } from "@scaleway/sdk";
import { createClient } from "@scaleway/sdk-client";
import ovhClient from "ovh";
import { zones as everyZone } from "../../dist/emulator/scaleway/localities.js";

/** How the same lists are read with the provider's own client, by the name of the way. */
export const peers = {
  scaleway: {
    "@scaleway/sdk, zone by zone": (work, emulator) => oneByOne(scalewayLists(work, emulator)),
    "@scaleway/sdk, all at once": (work, emulator) => allAtOnce(scalewayLists(work, emulator)),
  },
  ovh: {
    "ovh, one by one": (work, emulator) => readOvh(work, emulator, oneByOne),
    "ovh, all at once": (work, emulator) => readOvh(work, emulator, allAtOnce),
  },
};

async function oneByOne(lists) {
  const found = new Set();
  try {
    for (const list of lists) for (const id of await list()) found.add(id);
  } catch (thrown) {
    return { found, aborted: messageOf(thrown) };
  }
  return { found };
}

async function allAtOnce(lists) {
  const found = new Set();
  let aborted;
  const read = async (list) => {
    for (const id of await list()) found.add(id);
  };
  // What others still answer is counted in its favour, though `Promise.all` would have given all of it up.
  for (const { status, reason } of await Promise.allSettled(lists.map(read))) {
    if (status === "rejected") aborted ??= messageOf(reason);
  }
  return { found, ...(aborted === undefined ? {} : { aborted }) };
}

function scalewayLists(
  { kinds: [kind], zones, isOrganization },
  { url, environment, projects, scalewayOrganizationId },
) {
  const client = createClient({
    accessKey: environment.SCW_ACCESS_KEY,
    secretKey: environment.SCW_SECRET_KEY,
    apiURL: url,
  });
  const isServer = kind === "scaleway.instance.server";
  const api = isServer ? new Instance.v1.API(client) : new Block.v1.API(client);
  const read = isServer
    ? (request) => api.listServers({ perPage: 100, ...request })
    : (request) => api.listVolumes({ pageSize: 100, includeDeleted: false, ...request });
  const owners = isOrganization
    ? [isServer ? { organization: scalewayOrganizationId } : { organizationId: scalewayOrganizationId }]
    : projects.scaleway.map((id) => (isServer ? { project: id } : { projectId: id }));
  return owners.flatMap((owner) =>
    everyZone.slice(0, zones).map((zone) => async () => (await read({ ...owner, zone }).all()).map(({ id }) => id)),
  );
}

async function readOvh({ kinds }, { url, environment }, inOrder) {
  const host = new URL(url).hostname;
  const client = ovhClient({
    host,
    appKey: environment.OVH_APPLICATION_KEY,
    appSecret: environment.OVH_APPLICATION_SECRET,
    consumerKey: environment.OVH_CONSUMER_KEY,
  });
  // The emulator has no certificate; the client signs its own address.
  const sign = client.signRequest.bind(client);
  client.signRequest = (method, signed, ...rest) => sign(method, signed.replace(`https://${host}`, url), ...rest);
  const ask = (path) =>
    new Promise((resolve, reject) => {
      client.request("GET", path, {}, (error, answer) =>
        error ? reject(new Error(`${error}: ${answer}`)) : resolve(answer),
      );
    });
  const names = { "ovh.cloud.instance": "instance", "ovh.cloud.volume": "volume" };
  let projects;
  try {
    projects = await ask("/cloud/project");
  } catch (thrown) {
    return { found: new Set(), aborted: messageOf(thrown) };
  }
  const lists = projects.flatMap((project) =>
    kinds.map((kind) => async () => (await ask(`/cloud/project/${project}/${names[kind]}`)).map(({ id }) => id)),
  );
  return inOrder(lists);
}

function messageOf(thrown) {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split("\n")[0].slice(0, 60);
}
