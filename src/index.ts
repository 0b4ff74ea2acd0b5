/** The library's public names. Importing it reads no file and loads no cloud's SDK, so a program may bundle it. */
export type { ConfigProblem } from "./config/config-problem.ts";
export type { OperatorSettings } from "./config/operator-settings.ts";
export { type ChoicesOptions, choices } from "./hosts/module/choices.ts";
export {
  type ApprovalOptions,
  listCredentials,
  type ManageOptions,
  type ManagerChoice,
  manageCredentials,
  type RequestCredentialOptions,
  type RequestedCredential,
  type RevokeChoice,
  requestCredential,
  revokeCredential,
} from "./hosts/module/credentials.ts";
export {
  type EstimateRunOptions,
  type OpenInventory,
  type OpenInventoryOptions,
  openInventory,
  type PreflightRunOptions,
  type RunOptions,
  type Validation,
  validateConfig,
} from "./hosts/module/inventory-module.ts";
/** What `plugin.manifest.json` holds: which inventories there are, what they need, what they find. */
export { manifest } from "./hosts/module/manifest.gen.ts";
export { type GrantChoice, type RightsOptions, type RightsSheet, rights } from "./hosts/module/rights.ts";
export { type AcceptedGaps, acceptedGaps } from "./inventory/accepted-gaps.ts";
export { discover } from "./inventory/discover.ts";
export type { DiscoverOptions } from "./inventory/discover-options.ts";
export type { DocumentStatus } from "./inventory/document-status.ts";
export type { EarlierResource, EarlierRun, EarlierScope } from "./inventory/earlier-run.ts";
export { type ErrorCode, InventoryError } from "./inventory/errors.ts";
export type { Estimate, KindEstimate } from "./inventory/estimate.ts";
export type { Event, FinishedEvent, ScopeEvent } from "./inventory/event.ts";
export type { Outcome, OutcomeStatus } from "./inventory/outcome.ts";
export type { Provider } from "./inventory/provider.ts";
export type { Resource } from "./inventory/resource.ts";
export type { KindSummary, ResourceKind, Rights } from "./inventory/resource-kind.ts";
export type { Scope } from "./inventory/scope.ts";
export { selectKinds } from "./inventory/select-kinds.ts";
export { isSuccess } from "./inventory/success.ts";
export type { PreflightEvent } from "./preflight/event.ts";
export type { Grant, GrantFormat } from "./preflight/grant.ts";
export type { Check, CoverageRow, PreflightReport } from "./preflight/report.ts";
export type { Choice, ChoicesByField, FieldChoices } from "./providers/choices.ts";
export type {
  AccountApplication,
  AccountCredential,
  AccountCredentials,
  CredentialManager,
} from "./providers/credential-keeper.ts";
export type { Approval } from "./providers/credential-request.ts";
export type { OpenedProvider, OpenOptions, ProviderDefinition } from "./providers/definition.ts";
export type { Manifest } from "./providers/manifest.ts";
export { loadProvider, providerIds } from "./providers/registry.ts";
export { type Coverage, type CoverageOptions, type CoveredResource, coverageOf } from "./snapshots/coverage.ts";
export { type Difference, type DiffOptions, type DiffSummary, diffSnapshots } from "./snapshots/diff.ts";
export { type EarlierSnapshot, openEarlierSnapshot } from "./snapshots/earlier-snapshot.ts";
export type { SnapshotLine } from "./snapshots/format.ts";
export { type PlakarCsvOptions, type PlakarCsvSummary, plakarCsv, WouldDelete } from "./snapshots/plakar-csv.ts";
export { readSnapshot } from "./snapshots/read-snapshot.ts";
export { htmlReport } from "./snapshots/report/html-report.ts";
export { markdownReport } from "./snapshots/report/markdown.ts";
export { type Report, type ReportOptions, readReport } from "./snapshots/report/report.ts";
export { createSnapshotWriter, type SnapshotWriter } from "./snapshots/write-snapshot.ts";
