import * as z from "zod";
import type { WizardCalls, WizardStreams } from "./api.ts";

type Requests = {
  readonly [Name in keyof WizardCalls]: WizardCalls[Name]["request"];
} & {
  readonly [Name in keyof WizardStreams]: WizardStreams[Name]["request"];
};

/** What every call takes. A key that nobody reads is a choice that nobody made, so it is refused. */
export const requestForms: { readonly [Name in keyof Requests]: z.ZodType<Requests[Name]> } = (() => {
  const words = z.array(z.string().max(200)).max(1000).readonly();
  const text = z.string().max(20_000);
  const nothing = z.strictObject({});
  const kinds = { kinds: words.exactOptional() };
  const grant = { ...kinds, narrow: z.boolean().exactOptional(), projects: words.exactOptional() };
  return {
    state: nothing,
    choose: z.union([
      z.strictObject({
        inventory: z.string(),
        credential: z.string().exactOptional(),
        carry: z.boolean().exactOptional(),
      }),
      z.strictObject({ found: z.string() }),
    ]),
    enter: z.strictObject({
      values: z.record(z.string(), text.nullable()).exactOptional(),
      exchange: z.tuple([z.string(), z.string()]).readonly().exactOptional(),
      pasted: z.string().exactOptional(),
    }),
    rights: z.strictObject({
      ...grant,
      withPreflight: z.boolean().exactOptional(),
      missing: z.boolean().exactOptional(),
    }),
    choices: nothing,
    estimate: z.strictObject(kinds),
    keep: z.strictObject({
      form: z.enum(["config", "environment", "form"]),
      path: z.string().min(1).max(1000).exactOptional(),
      replace: z.boolean().exactOptional(),
      pin: z.boolean().exactOptional(),
    }),
    end: nothing,
    preflight: z.strictObject({
      ...kinds,
      again: z.boolean().exactOptional(),
      fromAddress: z.union([z.ipv4(), z.ipv6()]).exactOptional(),
    }),
    request: z.strictObject({
      ...grant,
      addresses: z
        .array(z.union([z.cidrv4(), z.cidrv6()]))
        .max(100)
        .readonly()
        .exactOptional(),
      timeoutSeconds: z.number().min(1).max(3600).exactOptional(),
    }),
    discover: z.strictObject({ ...kinds, mostResources: z.int().min(0).max(10_000).exactOptional() }),
  };
})();
