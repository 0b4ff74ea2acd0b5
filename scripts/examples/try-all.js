// For how many rows of the tables of kinds (../shared) a healthy example comes out, and what is wrong with the others.
import { hasShared, readKinds } from "../vendor/sources.js";
import { factsOfRoute } from "./facts-of-route.js";
import { faultsOf } from "./health.js";

const requestsOf = {
  ovh: ({ apiVersion, listRoute, detailRoute, idField }) => {
    const prefix = apiVersion === "v2" ? "/v2" : "";
    return {
      cloud: "ovhcloud",
      list: prefix + listRoute,
      detail: detailRoute === null ? undefined : prefix + detailRoute,
      idField,
    };
  },
  scaleway: ({ path, itemFields }) => ({ cloud: "scaleway", list: path, idField: itemFields.id }),
};

function judge(row, { idField, ...request }) {
  const facts = factsOfRoute(request);
  if (facts === undefined) return "no source";
  const faults = faultsOf(facts.example);
  if (facts.idField !== idField)
    console.log(`  ${row.id}: derived identity ${facts.idField}, the table says ${idField}`);
  return faults.length === 0 ? "healthy" : faults.join("; ");
}

function tryCloud(cloud) {
  const rows = readKinds(cloud);
  const judged = rows.map((row) => [row.id, judge(row, requestsOf[cloud](row))]);
  const healthy = judged.filter(([, verdict]) => verdict === "healthy");
  for (const [id, verdict] of judged) if (verdict !== "healthy") console.log(`  ${id}: ${verdict}`);
  console.log(`${cloud}: ${healthy.length} of ${rows.length} rows have a healthy example`);
  return [healthy.length, rows.length];
}

if (!hasShared) console.log("skipped: needs ../shared, which is not part of the repository");
else {
  const [ovh, scaleway] = [tryCloud("ovh"), tryCloud("scaleway")];
  console.log(`together: ${ovh[0] + scaleway[0]} of ${ovh[1] + scaleway[1]}`);
}
