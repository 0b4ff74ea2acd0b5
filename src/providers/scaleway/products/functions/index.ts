import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { Cron, Domain, Namespace, ServerlessFunction, Trigger } from "./answers.ts";

const functions = scalewayProduct({
  service: "functions",
  api: "/functions/v1beta1",
  locality: "region",
  permissionSets: ["FunctionsReadOnly"],
});

const namespace = functions.kind({
  id: "scaleway.functions.namespace",
  family: "containers",
  title: "Serverless Functions namespace",
  class: "compute",
  list: functions.pages({ path: "namespaces", listKey: "namespaces" }),
  schema: Namespace,
  toResource: (item, place) => ({
    urn: functions.urn(place, "namespace", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [identifier(item.id)],
    // The images of its functions are built into a registry of the same project.
    relations: item.registry_namespace_id
      ? [{ type: "attached-to", urn: scalewayUrn(place, "registry", "namespace", item.registry_namespace_id) }]
      : [],
    attributes: { description: item.description || undefined },
  }),
});

const serverlessFunction = functions.kind({
  id: "scaleway.functions.function",
  family: "containers",
  title: "Serverless Function",
  class: "compute",
  list: nested({
    parent: namespace,
    as: "namespaceId",
    // The SDK's type and every recorded list name the namespace; that one of a whole project is answered was never seen.
    list: functions.pages({ path: "functions", listKey: "functions", filter: { namespace_id: "{namespaceId}" } }),
  }),
  schema: ServerlessFunction,
  toResource: (item, place) => ({
    urn: functions.urn(place, "function", item.id),
    name: item.name,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [identifier(item.id), ...hostEndpoints(item.domain_name)],
    relations: [{ type: "member-of", urn: functions.urn(place, "namespace", place.parent?.id ?? "") }],
    attributes: {
      description: item.description || undefined,
      runtime: item.runtime,
      handler: item.handler,
      privacy: item.privacy,
      minimumInstances: item.min_scale,
      maximumInstances: item.max_scale,
      memoryMegabytes: item.memory_limit,
      privateNetworkId: item.private_network_id,
    },
  }),
});

/** Serverless Functions: namespaces, the functions of each, and what calls these. */
export const kinds: readonly ListedKind[] = [
  namespace,
  serverlessFunction,
  functions.kind({
    id: "scaleway.functions.cron",
    family: "containers",
    title: "Function cron",
    class: "compute",
    list: ofEachFunction("crons"),
    schema: Cron,
    toResource: (cron, place) => ({
      urn: functions.urn(place, "cron", cron.id),
      name: cron.name,
      status: cron.status,
      endpoints: [identifier(cron.id)],
      relations: [toFunction(place)],
      attributes: { schedule: cron.schedule },
    }),
  }),
  functions.kind({
    id: "scaleway.functions.trigger",
    family: "containers",
    title: "Function trigger",
    class: "compute",
    list: ofEachFunction("triggers"),
    schema: Trigger,
    toResource: (trigger, place) => ({
      urn: functions.urn(place, "trigger", trigger.id),
      name: trigger.name,
      status: trigger.status,
      endpoints: [identifier(trigger.id)],
      relations: [toFunction(place)],
      attributes: { description: trigger.description || undefined, source: trigger.input_type },
    }),
  }),
  functions.kind({
    id: "scaleway.functions.domain",
    family: "containers",
    title: "Function custom domain",
    class: "network",
    list: ofEachFunction("domains"),
    schema: Domain,
    toResource: (domain, place) => ({
      urn: functions.urn(place, "domain", domain.id),
      name: domain.hostname,
      status: domain.status,
      endpoints: [identifier(domain.id), ...hostEndpoints(domain.hostname)],
      relations: [toFunction(place)],
    }),
  }),
];

function ofEachFunction(path: "crons" | "triggers" | "domains"): Dialect {
  const filter = { function_id: "{functionId}" };
  return nested({
    parent: serverlessFunction,
    as: "functionId",
    list: functions.pages({ path, listKey: path, filter }),
  });
}

function toFunction(place: Place): Relation {
  return { type: "attached-to", urn: functions.urn(place, "function", place.parent?.id ?? "") };
}
