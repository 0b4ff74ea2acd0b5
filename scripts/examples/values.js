// The one table of values: what a field holds in an example, by its type and then by its name.
import { hexOf, hostOf, ipv4BlockOf, ipv4Of, ipv6BlockOf, ipv6Of, macOf, numberBelow, uuidOf } from "./identifiers.js";
import { nounOf } from "./paths.js";
import { isAdverseName, isSecretName, singular, snake } from "./words.js";

/**
 * @typedef {object} Field
 * @property {"ovhcloud" | "scaleway"} cloud
 * @property {string} list the path of the list: two lists have two sets of identifiers
 * @property {string} path the field's path inside the item, as `volumes.0.id`
 * @property {string} name
 */

const seedOf = ({ list, path }) => `${list}#${path}`;
const labelOf = ({ list }) => snake(singular(nounOf(list))).replace(/_/g, "-");
const nameOf = (field) => `${labelOf(field)}-${hexOf(4, seedOf(field))}`;

/** Names of strings, first match wins. */
const strings = [
  [/(^|_)(id|uuid|guid|ids)$|^(organization|project)$/, (field) => uuidOf(seedOf(field))],
  [/(^|_)urns?$/, (field) => `urn:v1:eu:resource:${labelOf(field)}:${uuidOf(seedOf(field))}`],
  [/(^|_)(time_?zone)$/, () => "Europe/Paris"],
  [/^(dns_)?zone$|(^|_)(availability_zone|zone)$/, ({ cloud }) => (cloud === "scaleway" ? "fr-par-1" : "gra-1a")],
  [/(^|_)regions?(_name|_code)?$/, ({ cloud }) => (cloud === "scaleway" ? "fr-par" : "GRA11")],
  [/(data_?center|(^|_)dc)(_name)?$/, () => "gra1"],
  [/country(_code)?$/, () => "FR"],
  [/currency/, () => "EUR"],
  [/language|locale/, () => "en"],
  [/ipv6.*(block|subnet|cidr|prefix|range)/, (field) => ipv6BlockOf(seedOf(field))],
  [
    /(subnets?|cidrs?|(^|_)network|ip_?blocks?|ip_range|prefix_filters?(_in|_out)?|destination|whitelist|allowed_ips?)$/,
    (field) => ipv4BlockOf(seedOf(field)),
  ],
  [/ipv6|inet6|ip6/, (field) => ipv6Of(seedOf(field))],
  [/mac(_address)?$/, (field) => macOf(seedOf(field))],
  [/e?mail(_address|s)?$|_contact$/, (field) => `${nameOf(field)}@example.com`],
  [/(^|_)(ips?|ip_?v4|inet4|ip_address(es)?|address(es)?|gateway_ip|next_hop)$/, (field) => ipv4Of(seedOf(field))],
  [/phone|fax|mobile/, () => "+33.199000000"],
  [
    /(^|_)(ur[il]|urls|href|link|web_url|location)$|_(url|uri)_/,
    (field) => `https://${hostOf(labelOf(field), seedOf(field))}/`,
  ],
  [
    /(^|_)(host|hostname|fqdn|domains?|domain_name|reverse|dns|dns_name|dns_servers?|name_servers?|nameservers?|site|website|endpoint|server_name)$/,
    (field) => hostOf(labelOf(field), seedOf(field)),
  ],
  [/_after$/, () => "720h"],
  [/^prefix$/, () => "data/"],
  [/visibility/, () => "private"],
  [/^os_type$/, () => "linux"],
  [/engine$/, () => "PostgreSQL-15"],
  [/kubernetes_version|^version$/, () => "1.31"],
  [/version/, () => "1.31.2"],
  [/(commercial_|node_|instance_|server_)type$/, ({ cloud }) => (cloud === "scaleway" ? "DEV1-S" : "b3-8")],
  [/flavou?r/, () => "b3-8"],
  [/arch(itecture)?$/, () => "x86_64"],
  [/(^|_)(cpu|processor)(_model|_name)?$/, () => "x86_64"],
  [/state$|status$|health$/, ({ cloud }) => (cloud === "scaleway" ? "ready" : "ok")],
  [/^os$|distribution|operating_system|image_name/, () => "debian-12"],
  [/cron|schedule/, () => "0 2 * * *"],
  [/ttl|duration|cooldown|period$|interval|timeout/, () => "3600s"],
  [/protocol/, () => "https"],
  [/checksum|hash|digest|fingerprint|etag|sha|serial/, (field) => hexOf(32, seedOf(field))],
  [/mount_?point|(^|_)path$|directory|root_dir|^mount/, (field) => `/${nameOf(field)}`],
  [/(_at|_date|_time|^date|^timestamp)$/, (field) => timeOf(field)],
  [/description|comment/, (field) => `An example of ${labelOf(field).replace(/-/g, " ")}`],
  [/^(tags?|labels?)$/, () => "production"],
  [/(^|_)type$|class$/, () => "standard"],
  [/(^|_)size$/, () => "100"],
];

const numbers = [
  [/(^|_)(id|ids)$/, (field) => 100_000 + numberBelow(900_000, seedOf(field))],
  [/port(s|_number)?$/, () => 5432],
  [/year/, () => 2026],
  [/^version$/, ({ path }) => (/ip/i.test(path) ? 4 : 1)],
  [/(current|maximum|minimum|max|min|target|desired|cluster|pool)_size$/, () => 1],
  [/vlan|asn?$/, () => 65_001],
  [/percent|ratio|rate_limit/, () => 20],
  [/v?cpus?$|v?cores?|threads|sockets/, () => 2],
  [
    /^(used|usage)|_(used|usage)$|used_|_usage/,
    ({ cloud, name }) => (cloud === "scaleway" && !isCount(name) ? 5_000_000_000 : 5),
  ],
  [/memory|ram/, ({ cloud }) => (cloud === "scaleway" ? 4_294_967_296 : 4096)],
  [
    /size|capacity|quota|bytes|volume$|space|storage|disk/,
    ({ cloud, name }) => (cloud === "scaleway" && !isCount(name) ? 20_000_000_000 : 100),
  ],
  [/retention|days/, () => 7],
  [/hours?|frequency/, () => 24],
  [/ttl|timeout|seconds|duration|interval|delay|period/, () => 3600],
  [/bandwidth|rate|speed|iops|throughput/, () => 5000],
  [/error|fail|pending/, () => 0],
];
const isCount = (name) => /count|nb|number|max_|min_|gb|mb/.test(snake(name));

/** True for what is on in an ordinary thing; all else is off. */
const on =
  /^(is_)?(enabled?|active|available|ready|activated|healthy|default|valid|up|online|monitoring|monitored|ssl|tls|encrypted)$|_enabled$|auto_?renew|^connected$|up_to_date$|^is_(enabled|ready|active)/;

const future = /expir|next|renew|until|(^|_)end|valid_to|not_after|stops|engag|target|due/;

function dateOf({ name, path, list }) {
  const words = snake(name);
  const year = future.test(words) ? 2031 : 2026;
  const month = /creat|start|begin|first/.test(words) ? 2 : 4;
  const day = 1 + numberBelow(27, seedOf({ list, path }));
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Scaleway writes UTC with microseconds, OVHcloud the offset of its place. */
export const timeOf = (field) => `${dateOf(field)}T09:26:53${field.cloud === "scaleway" ? ".589793Z" : "+02:00"}`;

const fromTable = (table, field, otherwise) => {
  const words = snake(field.name);
  return (table.find(([pattern]) => pattern.test(words))?.[1] ?? otherwise)(field);
};

const text = (field) => fromTable(strings, field, nameOf);
const number = (field) => fromTable(numbers, field, () => 1);

const formats = {
  string: text,
  text: (field) => fromTable(strings, field, (other) => `An example of ${labelOf(other).replace(/-/g, " ")}`),
  number,
  long: number,
  double: number,
  boolean: ({ name }) => !isAdverseName(name) && on.test(snake(name)),
  datetime: timeOf,
  date: dateOf,
  time: () => "02:00:00",
  duration: () => "P1D",
  uuid: (field) => uuidOf(seedOf(field)),
  ip: (field) => (/6/.test(field.name) ? ipv6Of(seedOf(field)) : ipv4Of(seedOf(field))),
  ipv4: (field) => ipv4Of(seedOf(field)),
  ipv6: (field) => ipv6Of(seedOf(field)),
  ipBlock: (field) => ipv4BlockOf(seedOf(field)),
  ipv4Block: (field) => ipv4BlockOf(seedOf(field)),
  ipv6Block: (field) => ipv6BlockOf(seedOf(field)),
  macAddress: (field) => macOf(seedOf(field)),
  phoneNumber: () => "+33.199000000",
  zone: () => "fr-par-1",
  region: () => "fr-par",
};

/**
 * The value of a plain field; undefined where the field is left out (a secret, or a type that says nothing).
 * @param {string} type
 * @param {Field} field
 */
export function fieldValue(type, field) {
  const isText = type === "string" || type === "text";
  if (type === "password" || (isText && isSecretName(field.name))) return undefined;
  // Scaleway's dates are moments; OVHcloud tells both apart.
  const format = formats[type === "date" && field.cloud === "scaleway" ? "datetime" : type];
  return format?.(field);
}
