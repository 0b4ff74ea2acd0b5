// What decides how fast a provider is asked, and what a refusal means.

const controllerFile = "src/http/rate-controller.ts";
const inController = (find, replace, rule) => ({
  file: controllerFile,
  find,
  replace,
  rule,
  tests: ["test/http/rate-controller.test.ts", "test/http/door-rate.test.ts"],
});

const inBracket = (...mutant) => ({ ...inController(...mutant), file: "src/http/bracket.ts" });

const inHttp = (name, test) => (find, replace, rule) => ({
  file: `src/http/${name}.ts`,
  find,
  replace,
  rule,
  tests: [`test/http/${test}.test.ts`],
});
const inQueue = inHttp("queue", "door-rate");
const inOwnLimits = inHttp("own-limits", "own-limits");
const inStreaks = inHttp("streaks", "door-rate");
const inRetries = inHttp("retries", "door-rate");
const inDoubts = inHttp("doubts", "door-forbidden");
const inOutages = inHttp("outages", "door-outage");

const secondPassFile = "src/inventory/second-pass.ts";
const inSecondPass = (find, replace, rule) => ({
  file: secondPassFile,
  find,
  replace,
  rule,
  tests: ["test/inventory/second-pass.test.ts"],
});

export const rateController = [
  inController(
    "if (departure.number <= cutNumber) return;\n      const { atSeconds",
    "const { atSeconds",
    "refusals of what left before the last cut say nothing new",
  ),
  inController('alone = "next";\n      cutNumber', "cutNumber", "after a refusal one request goes alone"),
  inController(
    "if (limit === undefined) setRate(rate + growthPerAnswer);\n      else ",
    "if (limit !== undefined) ",
    "the rate grows while nothing is refused",
  ),
  inBracket("{ limit: at, rate: 0.25 * at }", "{ limit: at, rate: at }", "the first refusal cuts the rate"),
  inController(
    "Math.min(ceilingPerSecond, Math.max(slowestPerSecond, perSecond))",
    "Math.max(slowestPerSecond, perSecond)",
    "nothing is asked faster than the ceiling",
  ),
  inController(
    "refused - since.number - refusedNumbers.length",
    "refused - since.number",
    "what was refused was not let in",
  ),
  inController("|| endQuota(seconds)) return;", ") return;", "a quota for each span of time is recognised"),
  inController(
    'if (shut === undefined || alone !== "next") return 0;',
    "return 0;",
    "while nothing is let in, questions come apart",
  ),
  inController(
    "if (known === undefined) return Math.min(startPerSecond, ceilingPerSecond);",
    "return Math.min(startPerSecond, ceilingPerSecond);",
    "a run begins with what was learned",
  ),
  inController(
    "return isSlower ? Math.min(retryAfterMs, mostBelievedMs) : retryAfterMs;",
    "return retryAfterMs;",
    "a wait that is slower than the counted limit is not all believed",
  ),
  inController("if (!departure.isPaced) return;", "", "answers that nobody waited for prove nothing"),
  inController("limit = supposed * step;", "", "long without a refusal, the limit is raised"),
  inController("tokens -= 1;", "", "each request takes a token"),
  inController(
    "if (departure.number !== alone) return;",
    "",
    "only the answer to the one that goes alone opens the pace",
  ),
  inBracket(
    "return { limit: Math.min(before, at), rate: 0.7 * at };",
    "return { limit: before, rate: at };",
    "a limit that fell is noticed",
  ),
  inQueue("if (timesRefused === 0) return waiting.length;", "", "requests leave in their order"),
  inQueue(
    "entry.isPaced ||= pacedMs > 0 && Number.isFinite(pacedMs);",
    "",
    "a request that had to wait alone lets the rate grow",
  ),
  inQueue(
    "for (const { entry, error } of hopeless) giveUp(entry, error);",
    "",
    "what has no more to hope for is given up",
  ),
  inQueue(
    "if (isForItself) ticket.ended();\n      else ",
    "",
    "a request that is refused for itself slows nobody down",
  ),
  inOwnLimits(
    "if (route.timesBeside >= timesForItself) routesWithLimit.add(sender.route);",
    "",
    "a route with a limit of its own is found",
  ),
  inStreaks("streak.sinceMs = undefined;", "", "an answer ends a streak of refusals"),
  inStreaks(
    "if (ofAllMs > patienceMs) return",
    "if (ofAllMs > 1) return",
    "a provider that refuses for a while may go on",
  ),
  inQueue("timesRefused > timesFirst;", "false;", "who is refused again and again lets others go first"),
  inHttp("suspects", "door-rate")(
    "rate.takeUp(suspect.before);",
    "{}",
    "what refusals of one route made of the rate is taken back",
  ),
  inRetries(
    "const nextMs = isPaused ? 0 : Math.max",
    "const nextMs = Math.max",
    "a refusal by rate spends no patience",
  ),
  inDoubts("if (!seen.granted.has(right) || ", "if (", "a right that was granted nowhere is not doubted"),
  inDoubts(
    'if (times === 0) return { result: { ...result, again: "after-trial" } };',
    "",
    "a 403 for what was let through is asked again alone",
  ),
  inDoubts("seen.isThrottling = true;", "", "a trial that passes proves throttling"),
  inDoubts("|| seen.trialsInVain >= trialsAtMost", "|| false", "at most two trials a run hold the others up"),
  inDoubts(
    'error: new InventoryError("RATE_LIMITED", sentence, { requestId }), again: "never"',
    '...result, again: "never"',
    "throttling by 403 is never called a missing right",
  ),
  inOutages("return routes.size >= routesOfAll && times >= timesInARow;", "return false;", "an outage is recognised"),
  inOutages(
    "limits.baseBackoffMs * 2 ** failing.questions",
    "limits.baseBackoffMs",
    "questions during an outage come ever more seldom",
  ),
  inOutages("hostsOf(sender).delete(sender.origin);", "", "one answer ends an outage"),
  inOutages(
    "forMs > limits.outageTimeoutMs ? { forMs, error: outage.error } : undefined",
    "undefined",
    "an outage ends what waits",
  ),
  inSecondPass('["UNAVAILABLE", "RATE_LIMITED"]', '["UNAVAILABLE"]', "a refusal by rate may have passed"),
  inSecondPass(
    "if (isQuiet) next?.(true);",
    "for (const every of waiting) every(true);",
    "one scope is read again at a time",
  ),
  inSecondPass("limit.activeCount === 0 && limit.pendingCount === 0", "true", "nothing else is read meanwhile"),
];
