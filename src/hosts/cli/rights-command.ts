import { unknownChoice } from "../../config/nearest.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { preflightLimits } from "../../preflight/preflight.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { type GrantTarget, type RightsSheet, rightsSheet } from "../module/rights.ts";
import { commaOption, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes, worst } from "./exit-codes.ts";
import type { InventoryChoice } from "./find-inventories.ts";
import { checkPatterns } from "./kind-patterns.ts";
import { findLack } from "./missing-rights.ts";
import { openInventories } from "./open-inventories.ts";
import { print, printJson } from "./output.ts";
import { say, type Terminal } from "./terminal.ts";

/** One provider, the kinds to read, and what is known of the places. */
type Target = GrantTarget & { readonly definition: ProviderDefinition };

/** Prints what has to be granted, in the providers' own forms. Sends nothing, unless asked what is missing. */
export async function rightsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const choice: InventoryChoice = {
    providers: options.all("provider"),
    configs: options.all("config"),
    kindPatterns: commaOption(options, "kinds"),
    scope: options.one("scope"),
  };
  const definitions = await Promise.all(
    (choice.providers.length > 0 ? [...new Set(choice.providers)] : providerIds).map(loadProvider),
  );
  await checkOptions(options, definitions);
  const { targets, codes } = await targetsOf(choice, definitions, options, terminal);
  const form = options.one("form");
  const sheets = targets
    .filter(({ definition }) => form === undefined || definition.granter.forms.includes(form))
    .map((target) => ({ target, sheet: sheetOf(target, options) }));
  if (options.has("json"))
    await printJson(
      terminal,
      sheets.map(({ sheet }) => sheet),
    );
  else if (form === undefined) await print(terminal, sheets.map(pageOf).join(""));
  else await printForm(sheets, form, terminal);
  return worst([exitCodes.complete, ...codes]);
}

/** @throws InventoryError INVALID_CONFIG for what none of the chosen providers knows. */
async function checkOptions(options: ParsedOptions, definitions: readonly ProviderDefinition[]): Promise<void> {
  const form = options.one("form");
  if (form !== undefined) await checkForm(form, definitions);
  const endpoints = definitions.flatMap((definition) => definition.endpoints);
  const endpoint = options.one("endpoint");
  if (endpoint !== undefined && !endpoints.includes(endpoint))
    throw usage(unknownChoice("endpoint", endpoint, endpoints));
  const isForeign = (id: string): boolean => !definitions.some(({ granter }) => granter.isProjectId(id));
  if (options.all("project").some(isForeign)) throw usage("--project must be the id of a project, not its name");
}

/** @throws InventoryError INVALID_CONFIG for a form that nobody has, or that only others have. */
async function checkForm(form: string, definitions: readonly ProviderDefinition[]): Promise<void> {
  const has = ({ granter }: ProviderDefinition): boolean => granter.forms.includes(form);
  if (definitions.some(has)) return;
  const all = await Promise.all(providerIds.map(loadProvider));
  const owner = all.find(has);
  if (owner === undefined) {
    throw usage(
      unknownChoice(
        "form",
        form,
        all.flatMap(({ granter }) => granter.forms),
      ),
    );
  }
  const known = definitions.map(({ title, granter }) => `${title} has ${granter.forms.join(", ") || "none"}`);
  throw usage(`--form ${form} is ${owner.title}'s; ${known.join("; ")}`);
}

interface Targets {
  readonly targets: readonly Target[];
  /** How the search for missing rights ended, where there was one. */
  readonly codes: readonly ExitCode[];
}

async function targetsOf(
  choice: InventoryChoice,
  definitions: readonly ProviderDefinition[],
  options: ParsedOptions,
  terminal: Terminal,
): Promise<Targets> {
  const isRead = options.has("missing") || choice.configs.length > 0;
  if (!isRead && choice.scope !== undefined) {
    throw usage("--scope says how a config is read: it goes with --config or --missing");
  }
  if (!isRead) return { targets: unreadTargets(definitions, choice.kindPatterns), codes: [] };
  const inventories = await openInventories(choice, terminal, { limits: preflightLimits });
  const found = await Promise.all(
    inventories.map(async (inventory) => {
      const definition = await loadProvider(inventory.provider.id);
      const target: Target = { definition, kinds: inventory.kinds, ...inventory.grantPlace };
      if (!options.has("missing")) return { targets: [target], code: exitCodes.complete };
      const { missing, code } = await findLack(inventory, definition.title, terminal);
      return { targets: missing.length > 0 ? [{ ...target, missing }] : [], code };
    }),
  );
  return { targets: found.flatMap(({ targets }) => targets), codes: found.map(({ code }) => code) };
}

/** What can be said without any credentials: the kinds alone. */
function unreadTargets(definitions: readonly ProviderDefinition[], patterns: readonly string[]): readonly Target[] {
  checkPatterns(patterns, definitions, "which --provider leaves out");
  const chosen = selectKinds(
    definitions.flatMap(({ kinds }) => kinds),
    patterns,
  );
  return definitions.flatMap((definition) => {
    const kinds = chosen.filter(({ provider }) => provider === definition.id);
    return kinds.length > 0 ? [{ definition, kinds, projects: [] }] : [];
  });
}

function sheetOf({ definition, ...target }: Target, options: ParsedOptions): RightsSheet {
  const sheet = rightsSheet(definition, target, {
    projects: options.all("project").filter(definition.granter.isProjectId),
    endpoint: options.one("endpoint") ?? target.endpoint,
    narrow: options.has("narrow"),
    withPreflight: options.has("preflight"),
  });
  const form = options.one("form");
  return form === undefined ? sheet : { ...sheet, grants: sheet.grants.filter((grant) => grant.form === form) };
}

interface Written {
  readonly target: Target;
  readonly sheet: RightsSheet;
}

function pageOf({ target, sheet }: Written): string {
  const kinds = target.kinds.map(({ id }) => id).join(", ");
  const forms = sheet.grants.map(({ form, title, text }) => `## ${title} (--form ${form})\n\n${text}\n`);
  const notes = sheet.notes.map((note) => `note: ${note}\n`).join("");
  return `# ${target.definition.title}: ${kinds}\n\n${forms.join("\n")}\n${notes}\n`;
}

/** The text alone on standard output, ready for a pipe; what to know about it goes beside. */
async function printForm(sheets: readonly Written[], form: string, terminal: Terminal): Promise<void> {
  for (const { target, sheet } of sheets) {
    const none = `${target.definition.title} has no ${form} for this endpoint and credential`;
    for (const note of sheet.grants.length === 0 ? [none, ...sheet.notes] : sheet.notes) say(terminal, `note: ${note}`);
  }
  const texts = sheets.flatMap(({ sheet }) => sheet.grants.map(({ text }) => `${text}\n`));
  await print(terminal, texts.join(""));
}
