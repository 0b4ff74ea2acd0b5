import { readOperatorSettings } from "../../dist/config/operator-settings.js";
import { discover, loadProvider, selectKinds } from "../../dist/index.js";

/**
 * One discovery with defaults only, as a job does it.
 *
 * @param settings further keys of the config, for what is not default.
 * @param rates what an earlier run learned.
 */
export async function readWithOurs(work, emulator, { settings = {}, rates } = {}) {
  const definition = await loadProvider(work.provider);
  const { CLOUD_INVENTORY_MAX_REQUESTS_PER_MINUTE: _lifted, ...environment } = emulator.environment;
  const operator = readOperatorSettings({ ...environment, CLOUD_INVENTORY_STATE_DIR: "off" });
  const config = { ...configOf(work, emulator), ...settings };
  const { provider } = definition.open(config, "bench", { operator });
  if (rates !== undefined) provider.rates.recall(rates);
  const kinds = kindsOf(work, definition.kinds);
  const found = new Set();
  const words = new Map();
  for await (const event of discover(provider, kinds === undefined ? {} : { kinds })) {
    if (event.type === "resource") found.add(idOf(event.resource ?? event));
    if (event.type === "scope" && !["completed", "not-offered"].includes(event.outcome)) {
      const word = `${event.outcome}${event.code === undefined ? "" : ` ${event.code}`}`;
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  // Through JSON, as a state folder keeps them.
  return { found, words: Object.fromEntries(words), rates: JSON.parse(JSON.stringify(provider.rates.learned())) };
}

function kindsOf(work, kinds) {
  if (work.everyKind) return kinds.filter(({ personal }) => !personal);
  return work.kinds === undefined ? undefined : selectKinds(kinds, work.kinds);
}

function configOf({ provider, isOrganization, zones }, { credentials, projects, scalewayOrganizationId }) {
  if (provider === "ovh") return credentials.ovhApplication;
  const places = zones < 10 ? { regions: "fr-par-1" } : {};
  const [, ...others] = projects.scaleway;
  const reach = isOrganization
    ? { scw_scope: "organization", scw_organization_id: scalewayOrganizationId }
    : { scw_scope: "project", ...(others.length > 0 ? { scw_project_ids: others.join(",") } : {}) };
  return { ...credentials.scaleway, ...reach, ...places };
}

function idOf({ urn }) {
  return urn.slice(Math.max(urn.lastIndexOf(":"), urn.lastIndexOf("/")) + 1);
}
