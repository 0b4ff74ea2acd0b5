// How a list of Scaleway is asked for, from the SDK's parameters and answers.

const firstOf = (names, parameters) => names.find((name) => parameters.includes(name));

function pagingOf({ parameters = [], listKey, next }) {
  if (listKey === undefined) return { paging: "none", pageParameters: {} };
  const size = firstOf(["page_size", "per_page"], parameters);
  if (next !== undefined) return { paging: "cursor-body", pageParameters: { cursor: "page_token", size, next } };
  if (!parameters.includes("page")) return { paging: "none", pageParameters: {} };
  return { paging: "numbered", pageParameters: { page: "page", size } };
}

/** Instance v1 says the total in `X-Total-Count`, all others in the body (scaleway-api.md 1.3; recorded answers). */
function totalOf(path, { total, listKey }) {
  if (listKey === undefined) return null;
  if (path.startsWith("/instance/v1/")) return "header";
  return total === true ? "body" : null;
}

export function scalewayList(path, facts) {
  const parameters = facts.parameters ?? [];
  return {
    path,
    answers: facts.listKey === undefined ? "one" : "items",
    ...pagingOf(facts),
    listKey: facts.listKey ?? null,
    total: totalOf(path, facts),
    orders: facts.orders ?? [],
    projectParameter: firstOf(["project_id", "project", "project_ids"], parameters) ?? null,
    organizationParameter: firstOf(["organization_id", "organization"], parameters) ?? null,
    localities: facts.localities ?? null,
    action: null,
  };
}
