import type { ProviderDefinition } from "../providers/definition.ts";
import { documentOf, jsonSchemas } from "../providers/json-schemas.ts";
import { FleetSummaryDocument } from "./fleet/summary-document.ts";

/** The JSON Schemas of everything that goes in and out, by name; `npm run generate` writes them to schemas/. */
export function documentSchemas(definitions: readonly ProviderDefinition[]): Readonly<Record<string, unknown>> {
  return {
    ...jsonSchemas(definitions),
    "fleet-summary": documentOf(FleetSummaryDocument, "fleet-summary", "What came of a whole fleet"),
  };
}
