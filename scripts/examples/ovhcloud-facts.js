// How a list of OVHcloud is asked for, from its parameters in the schema.

/** Version 2 and one list of version 1 page by a cursor in headers (the schema's own parameters; ovhcloud-api.md 3.1). */
const cursorHeader = {
  paging: "cursor-header",
  pageParameters: { cursor: "X-Pagination-Cursor", size: "X-Pagination-Size", next: "X-Pagination-Cursor-Next" },
};

function pagingOf(path, parameters) {
  const names = parameters.map(([name]) => name);
  if (path.startsWith("/v2/") || names.includes(cursorHeader.pageParameters.cursor)) return cursorHeader;
  if (names.includes("limit") && names.includes("marker")) {
    return { paging: "limit-marker", pageParameters: { size: "limit", cursor: "marker" } };
  }
  // Without a total: a list ends with its first empty page.
  if (names.includes("page") && names.includes("size")) {
    return { paging: "page-size-until-empty", pageParameters: { page: "page", size: "size" } };
  }
  return { paging: "none", pageParameters: {} };
}

/** A list that holds models is a list of items; any other holds identifiers. */
function answersOf(type, models) {
  if (!type.endsWith("[]")) return "one";
  const model = models[type.slice(0, -2)];
  return model === undefined || Array.isArray(model) ? "ids" : "items";
}

export function ovhcloudList(path, { type, parameters = [], actions }, { models }) {
  const answers = answersOf(type, models);
  const paging = answers === "one" ? { paging: "none", pageParameters: {} } : pagingOf(path, parameters);
  return {
    path,
    answers,
    paging: paging.paging,
    listKey: null,
    pageParameters: paging.pageParameters,
    total: null,
    orders: [],
    projectParameter: null,
    organizationParameter: null,
    localities: null,
    action: actions?.[0] ?? null,
  };
}

/** The type of listed identifiers, `long` being a number. */
export const listedIdType = ({ type }) => (/^(long|double)\[\]$/.test(type) ? "number" : "string");
