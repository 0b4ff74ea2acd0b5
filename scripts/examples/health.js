// Which words say that a thing is well, which say that it is not, and what an example must not hold.

/** The first of these that an enum has is its example. */
const healthy =
  "running ready ok poweron powered_on poweredon on connected available active healthy enabled installed delivered online operational up done completed success succeeded activated deployed activated valid verified created open production attached in_use".split(
    " ",
  );

/** Not states, but the usual choice: an example shows the ordinary case. */
const ordinary =
  "eu_west_gra eu_west_rbx eu_west_par gra gra1 rbx fr eu fr_par eur postgresql mysql x86_64 amd64 linux standard public private user manual automatic sbs_volume b_ssd local ipv4 tcp https daily monthly none".split(
    " ",
  );

/** States of a thing that is gone, broken, on its way out, or not there yet; `not_suspended` is well. */
const dead =
  /^(?!not_)(un(known|specified|available|reachable|healthy|paid|subscribed).*|.*unknown|.*(error|failed|failure|expired|suspended?|terminated|deleted|deleting|disabled?|disabling|pending|blocked|locked|cancel+ed|canceling|stopped|stopping|revoked|rejected|degraded|unreachable|offline|inactive|dead|broken|out_of_stock|disk_full|incident|crashed|removed|removing|killed|closed|aborted|refused|invalid|lost|outdated|decommissioned|archived?|archiving|paused|hacked|quota_exceeded|warning|critical|ko|ko_.*)|error.*|delet.*|to_delete|toDelete.*|text|string|nok|shutoff|power_?off|powered_?off|off|disconnected|abuse|shelved.*|down|halted|todo|to_.*)$/i;

/** On the way to somewhere: not dead, but no example either where the enum knows a state of rest. */
const passing = /ing$|^(init|ordered|new|draft|queued|waiting.*|wait.*|in_?progress|started|starting|scheduled)$/i;

/** Some of OVHcloud's enums are numbers. */
const plain = (word) =>
  String(word)
    .replace(/[\s-]+/g, "_")
    .toLowerCase();

/** True for a word that no example may hold. */
export const isDead = (word) => dead.test(plain(word));

/**
 * The value of an enum that a healthy, ordinary thing has; undefined where it has none.
 * @param {readonly (string | number)[]} values
 */
export function healthyValue(values) {
  const find = (words) => words.map((word) => values.find((value) => plain(value) === word)).find(Boolean);
  const alive = values.filter((value) => !isDead(value));
  return find(healthy) ?? find(ordinary) ?? alive.find((value) => !passing.test(value)) ?? alive[0];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What is wrong with an example: dead words, and one identifier in two fields. An empty list means that it is healthy.
 * @param {unknown} example
 * @returns {string[]}
 */
export function faultsOf(example) {
  const faults = [];
  const seen = new Map();
  for (const [path, value] of leaves(example, "")) {
    if (typeof value === "string" && isDead(value)) faults.push(`${path} is ${JSON.stringify(value)}`);
    if (typeof value !== "string" || !uuid.test(value)) continue;
    // What was asked for says again what is.
    if (seen.get(value)?.replace(/^currentState\./, "targetSpec.") === path) continue;
    if (seen.has(value)) faults.push(`${path} repeats the identifier of ${seen.get(value)}`);
    seen.set(value, path);
  }
  return faults;
}

function* leaves(value, path) {
  if (typeof value !== "object" || value === null) {
    yield [path, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path === "" ? key : `${path}.${key}`);
}
