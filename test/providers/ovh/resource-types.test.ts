import { describe, expect, it } from "vitest";
import { resourceTypeOf } from "../../../scripts/examples/resource-type.js";
import { loadProvider } from "../../../src/providers/registry.ts";
import { fixtureOf } from "../../contract/fixtures.ts";

/** Whose URN has another type than IAM's word for the service, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  "ovh.account.user": "the vendor's own form, urn:v1:<realm>:identity:user:…, which answers hold under `urn`",
  "ovh.iam.resource-group": "the vendor's own form, urn:v1:<realm>:resourceGroup:…, which answers hold under `urn`",
  "ovh.iam.policy": "answers hold no URN, and the prefix of the action, `account`, says nothing of what it is",
  "ovh.iam.resource": "each is another service, under the URN that the index answers",
};

const { kinds } = await loadProvider("ovh");
const services = kinds.filter(({ locality, below }) => locality === "account" && below === undefined);

/** What a golden URN calls the service: `vps` of `urn:v1:eu:resource:vps:…`; undefined in a URN of another form. */
const typeOf = (urn: string): string | undefined => /^urn:v1:eu:resource:([^:]+):/.exec(urn)?.[1];

function isOfItsAction({ id, rights }: (typeof services)[number]): boolean {
  const { actions } = rights as { readonly actions: readonly string[] };
  const [action] = actions;
  return action !== undefined && typeOf(fixtureOf("ovh", id).resource.urn) === resourceTypeOf(action);
}

describe("the type in the URN of a service", () => {
  it.each(services.filter(({ id }) => !(id in exceptions)).map((kind) => [kind.id, kind] as const))(
    "of %s is the prefix of its IAM action, or the panel's word for it",
    (_id, kind) => expect(isOfItsAction(kind)).toBe(true),
  );

  it("differs only where somebody wrote down why", () => {
    expect(services.filter((kind) => !isOfItsAction(kind)).map(({ id }) => id)).toEqual(Object.keys(exceptions));
  });
});
