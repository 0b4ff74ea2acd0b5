import * as z from "zod";
import { ConfigForm } from "../config/config-form.ts";
import { credentialSchemaOf } from "../config/credential-schema.ts";
import { DocumentStatus } from "../inventory/document-status.ts";
import { Event } from "../inventory/event.ts";
import { Resource } from "../inventory/resource.ts";
import { PreflightEvent } from "../preflight/event.ts";
import { PreflightReport } from "../preflight/report.ts";
import { CoverageDocument } from "../snapshots/coverage-document.ts";
import { DiffDocument } from "../snapshots/diff-document.ts";
import { SnapshotEnd, SnapshotEvent, SnapshotHeader } from "../snapshots/format.ts";
import type { ProviderDefinition } from "./definition.ts";
import { Manifest } from "./manifest.ts";

/** The JSON Schemas (draft 2020-12) of what providers take, and of what runs tell, by name. */
export function jsonSchemas(definitions: readonly ProviderDefinition[]): Readonly<Record<string, unknown>> {
  return {
    resource: documentOf(Resource, "resource", "One thing the customer owns"),
    event: documentOf(Event, "event", "One line of a discovery run"),
    snapshot: documentOf(
      z.union([SnapshotHeader, SnapshotEvent, SnapshotEnd]),
      "snapshot",
      "One line of a snapshot: its header, the run's events, its end",
    ),
    "document-status": documentOf(
      DocumentStatus,
      "document-status",
      "What stands in FILE.status.json beside a document",
    ),
    "preflight-report": documentOf(
      PreflightReport,
      "preflight-report",
      "Whether a credential is enough, for what, and until when",
    ),
    "preflight-event": documentOf(PreflightEvent, "preflight-event", "What a preflight tells while it looks"),
    "diff-document": documentOf(DiffDocument, "diff-document", "What changed between two snapshots"),
    "coverage-document": documentOf(CoverageDocument, "coverage-document", "What providers hold a backup of"),
    manifest: documentOf(Manifest, "manifest", "What a control plane reads first"),
    "config-form": documentOf(ConfigForm, "config-form", "What a form needs beside the JSON Schema of a config"),
    ...Object.fromEntries(definitions.map(({ id, configSchema }) => [`${id}-config`, configSchema])),
    ...Object.fromEntries(definitions.flatMap(credentialSchemas)),
  };
}

/** One flat schema for each kind of credential. */
function credentialSchemas({
  configSchema,
  credentials,
}: ProviderDefinition): readonly [name: string, schema: unknown][] {
  return credentials.map((family) => [`${family.kind}-config`, credentialSchemaOf(configSchema, credentials, family)]);
}

export function documentOf(schema: z.ZodType, name: string, title: string): unknown {
  return {
    $id: `urn:cloud-inventory:schema:${name}`,
    title,
    ...z.toJSONSchema(schema, { target: "draft-2020-12" }),
  };
}
