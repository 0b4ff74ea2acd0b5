import { z } from "zod";
import { Event } from "./event.ts";
import { Resource } from "./resource.ts";

/** The JSON Schemas (draft 2020-12) of what this package emits, by file name; `npm run schemas` writes them. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    "resource.schema.json": documentOf(Resource, "resource", "One thing the customer owns"),
    "event.schema.json": documentOf(Event, "event", "One line of a discovery run"),
  };
}

function documentOf(schema: z.ZodType, name: string, title: string): unknown {
  return { $id: `urn:cloud-inventory:schema:${name}`, title, ...z.toJSONSchema(schema, { target: "draft-2020-12" }) };
}
