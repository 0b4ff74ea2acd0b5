import * as z from "zod";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const filter = { project_id: "{project}" };

const queues = scalewayProduct({
  service: "queues",
  api: "/mnq/v1beta1",
  locality: "region",
  permissionSets: ["MessagingAndQueuingReadOnly"],
  // It takes no organization (scaleway/scaleway-sdk-js).
  filter,
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const NatsAccount = z.object({ id, name: text, endpoint: text, created_at: moment });

const activation = { project_id: id, status: text, created_at: moment };
const Sqs = z.object({ ...activation, sqs_endpoint_url: text });
const Sns = z.object({ ...activation, sns_endpoint_url: text });

/** Messaging. Queues, topics and streams themselves lie behind credentials of their own, which no API shows again. */
export const kinds: readonly ListedKind[] = [
  queues.kind({
    id: "scaleway.queues.nats-account",
    family: "messaging",
    title: "NATS account",
    class: "messaging",
    list: queues.pages({ path: "nats-accounts", listKey: "nats_accounts" }),
    schema: NatsAccount,
    toResource: (account, place) => ({
      urn: queues.urn(place, "nats-account", account.id),
      name: account.name,
      createdAt: account.created_at,
      endpoints: [identifier(account.id), ...hostEndpoints(account.endpoint)],
    }),
  }),
  queues.kind({
    id: "scaleway.queues.sqs",
    family: "messaging",
    title: "Queues (SQS) activation",
    class: "messaging",
    list: activationOf("sqs-info"),
    schema: Sqs,
    toResource: ({ project_id, status, created_at, sqs_endpoint_url }, place) => ({
      urn: queues.urn(place, "sqs", project_id),
      name: "Queues (SQS)",
      status,
      createdAt: created_at,
      endpoints: hostEndpoints(sqs_endpoint_url),
    }),
  }),
  queues.kind({
    id: "scaleway.queues.sns",
    family: "messaging",
    title: "Topics and Events (SNS) activation",
    class: "messaging",
    list: activationOf("sns-info"),
    schema: Sns,
    toResource: ({ project_id, status, created_at, sns_endpoint_url }, place) => ({
      urn: queues.urn(place, "sns", project_id),
      name: "Topics and Events (SNS)",
      status,
      createdAt: created_at,
      endpoints: hostEndpoints(sns_endpoint_url),
    }),
  }),
];

/** One document in each place, whether or not the product was ever activated there. */
function activationOf(path: string): Dialect {
  return singleDocument({
    path: `/mnq/v1beta1/regions/{locality}/${path}`,
    query: filter,
    idField: "project_id",
    repeats: "project",
    absentWhere: { field: "status", is: "disabled" },
  });
}
