import * as z from "zod";
import { identifier } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const email = {
  service: "email",
  api: "/transactional-email/v1alpha1",
  locality: "region",
} as const;

const domains = scalewayProduct({
  ...email,
  permissionSets: ["TransactionalEmailReadOnly", "TransactionalEmailDomainReadOnly"],
  // The API cannot order them.
  order: {},
});

const webhooks = scalewayProduct({
  ...email,
  permissionSets: ["TransactionalEmailReadOnly", "TransactionalEmailWebhookReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const Domain = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  autoconfig: flag,
  last_valid_at: moment,
  reputation: z.object({ status: text }).nullish(),
  created_at: moment,
});

const Webhook = z.object({
  id,
  name: text,
  organization_id: text,
  domain_id: text,
  event_types: texts,
  created_at: moment,
});

/** Transactional Email: the domains that mail is sent from, and who is told of it. Mails are events, and none of our kinds. */
export const kinds: readonly ListedKind[] = [
  domains.kind({
    id: "scaleway.email.domain",
    family: "email",
    title: "Transactional Email domain",
    class: "service",
    list: domains.pages({ path: "domains", listKey: "domains" }),
    schema: Domain,
    toResource: (domain, place) => ({
      urn: domains.urn(place, "domain", domain.id),
      name: domain.name,
      account: domain.organization_id,
      status: domain.status,
      createdAt: domain.created_at,
      endpoints: [identifier(domain.id)],
      attributes: {
        autoconfig: domain.autoconfig,
        lastValidAt: domain.last_valid_at,
        reputation: domain.reputation?.status,
      },
    }),
  }),
  webhooks.kind({
    id: "scaleway.email.webhook",
    family: "email",
    title: "Transactional Email webhook",
    class: "service",
    list: webhooks.pages({ path: "webhooks", listKey: "webhooks" }),
    schema: Webhook,
    toResource: (webhook, place) => ({
      urn: webhooks.urn(place, "webhook", webhook.id),
      name: webhook.name,
      account: webhook.organization_id,
      createdAt: webhook.created_at,
      endpoints: [identifier(webhook.id)],
      relations: webhook.domain_id
        ? [{ type: "attached-to", urn: domains.urn(place, "domain", webhook.domain_id) }]
        : [],
      attributes: { events: webhook.event_types ?? [] },
    }),
  }),
];
