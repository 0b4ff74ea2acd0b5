// The command line of `npm run new-kind`.
import { parseArgs } from "node:util";
import { unknownAmong } from "../../dist/config/nearest.js";
import { families } from "../../dist/inventory/family.js";
import { Refusal } from "./refusal.js";

const usage = `npm run new-kind -- <kind id> --list <GET route> --family <family> [options]

  <kind id>              such as ovh.cloud.ai-job or scaleway.iot.hub
  --list <route>         the route of vendor/ovhcloud.json or vendor/scaleway.json that lists it
  --family <family>      ${Object.keys(families).join(", ")}
  --title <words>        what one of them is called; made of the id where it is absent
  --below <kind id>      the kind whose ids fill the path; found by the path where it is absent
  --product <folder>     the folder below products/; by default that of the parent or of the same API, else a new one
  --permission-set <set> Scaleway: the narrowest permission set that may read the list`;

const clouds = { ovh: "ovhcloud", scaleway: "scaleway" };

/**
 * @param {readonly string[]} words
 * @throws {Refusal} for what is missing or wrong, by its name.
 */
export function readRequest(words) {
  const { positionals, values } = parsed(words);
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new Refusal(`one kind id is needed\n\n${usage}`);
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(id)) {
    throw new Refusal(`${id} is no id of a kind: <provider>.<product>[.<resource>], in small letters`);
  }
  const provider = id.slice(0, id.indexOf("."));
  const cloud = clouds[provider];
  if (cloud === undefined) {
    const known = Object.keys(clouds).join(" and ");
    throw new Refusal(
      `vendor/ knows the lists of ${known} alone: docs/adding-a-provider.md says how rows of others are written`,
    );
  }
  if (values.list === undefined) throw new Refusal(`--list is needed\n\n${usage}`);
  if (values.family === undefined) {
    const lines = Object.entries(families).map(([family, what]) => `  ${family.padEnd(14)} ${what}`);
    throw new Refusal(`--family is needed, one of:\n${lines.join("\n")}`);
  }
  if (!(values.family in families)) throw new Refusal(unknownAmong("family", values.family, Object.keys(families)));
  const { list, family, title, below, product, "permission-set": permissionSet } = values;
  return { id, provider, cloud, list: list.replace(/^GET\s+/, ""), family, title, below, product, permissionSet };
}

function parsed(words) {
  const text = { type: "string" };
  const options = { list: text, family: text, title: text, below: text, product: text, "permission-set": text };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch ({ message }) {
    throw new Refusal(`${message}\n\n${usage}`);
  }
}
