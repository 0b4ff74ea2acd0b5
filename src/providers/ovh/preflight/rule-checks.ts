import { BlockList, isIP } from "node:net";
import { safeText } from "../../../inventory/safe-text.ts";
import type { Check } from "../../../preflight/report.ts";
import { ovhKinds } from "../kinds/index.ts";
import { type AccessRule, callsOf, covers } from "./access-rules.ts";

/** What is wrong with the rules themselves: those that do nothing, and those that do more than read. */
export function ruleChecks(rules: readonly AccessRule[], projects: readonly string[]): readonly Check[] {
  return [formCheck(rules, projects), excessCheck(rules)];
}

function formCheck(rules: readonly AccessRule[], projects: readonly string[]): Check {
  const id = "rights.form";
  const spaced = rules.filter(({ path }) => path !== path.trim());
  if (spaced.length > 0) {
    return {
      id,
      status: "warn",
      seen: `${shown(spaced)}: white space at an end of the path makes a rule match nothing`,
      mend: "make a new consumer key with the path written without it",
    };
  }
  const idle = rules.filter((rule) => isBelowProjects(rule) && !matchesAnything(rule, projects));
  if (idle.length > 0) {
    return {
      id,
      status: "warn",
      seen: `${shown(idle)}: matches no call for any visible project`,
      mend: "a rule names a project by its id of 32 hexadecimal characters, never by its name",
    };
  }
  return { id, status: "pass", seen: "every rule for Public Cloud has an effect" };
}

function isBelowProjects({ method, path }: AccessRule): boolean {
  return method === "GET" && path.startsWith("/cloud/project/");
}

/** Whether a rule covers any call that any kind could make; names of regions and items stand for themselves. */
function matchesAnything(rule: AccessRule, projects: readonly string[]): boolean {
  const [, , , project = "", ...rest] = rule.path.split("/");
  if (project.includes("*")) return true;
  if (!projects.includes(project)) return false;
  if (rest.length === 0 || rest.join("/").includes("*")) return true;
  return ovhKinds.flatMap(callsOf).some(({ template }) => {
    const path = template.replace("{project}", project).split("/");
    const asked = rule.path.split("/");
    // A place in braces is whatever the rule names there.
    const filled = path.map((part, index) => (part.startsWith("{") ? (asked[index] ?? "") : part)).join("/");
    return covers(rule, { method: "GET", path: filled });
  });
}

function excessCheck(rules: readonly AccessRule[]): Check {
  const id = "credential.excess";
  const writing = rules.filter(({ method }) => method !== "GET");
  const everything = rules.filter(({ path }) =>
    covers({ method: "GET", path }, { method: "GET", path: "/me/api/any" }),
  );
  const projects = rules.filter(({ path }) => path === "/cloud/project/*");
  const narrower = "`cloud-inventory rights --narrow` prints rules that cover the chosen kinds and nothing else";
  if (writing.length > 0) {
    return { id, status: "warn", seen: `the key can do more than read: ${shown(writing)}`, mend: narrower };
  }
  if (everything.length > 0) {
    return { id, status: "warn", seen: `the key reads the whole account: ${shown(everything)}`, mend: narrower };
  }
  if (projects.length > 0) {
    const seen = "GET /cloud/project/* also reads S3 credentials and database users of every project";
    return { id, status: "warn", seen, mend: narrower };
  }
  return { id, status: "pass", seen: "the key can read, and not more than Public Cloud" };
}

function shown(rules: readonly AccessRule[]): string {
  const words = rules.slice(0, 5).map(({ method, path }) => `"${safeText(`${method} ${path}`).slice(0, 120)}"`);
  return rules.length > 5 ? `${words.join(", ")} and ${rules.length - 5} more` : words.join(", ");
}

/**
 * From where the key may be used; the caller's own address is known only where somebody says it.
 *
 * @param isRefusedHere whether OVHcloud refuses this machine what the key's rules grant.
 */
export function addressCheck(
  blocks: readonly string[] | undefined,
  fromAddress: string | undefined,
  isRefusedHere: boolean,
): Check {
  const id = "credential.addresses";
  if (blocks === undefined) return { id, status: "pass", seen: "the key may be used from any address" };
  const listed = blocks.map((block) => safeText(block).slice(0, 60)).join(", ");
  const mend = "add the control plane's address to the key's allowed addresses in OVHcloud's API keys page";
  if (isRefusedHere) {
    const seen = `OVHcloud refuses here what the key's rules grant: it may be used from ${listed} alone`;
    return { id, status: "fail", seen, mend };
  }
  if (fromAddress === undefined) {
    const seen = `the key may be used from ${listed} alone`;
    return { id, status: "warn", seen, mend: `check the control plane's address with --from-ip; else ${mend}` };
  }
  return isWithin(fromAddress, blocks)
    ? { id, status: "pass", seen: `${fromAddress} is one of the addresses that the key may be used from (${listed})` }
    : { id, status: "fail", seen: `${fromAddress} may not use the key: only ${listed} may`, mend };
}

function isWithin(address: string, blocks: readonly string[]): boolean {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = "", bits] = block.split("/");
    const widest = isIP(network) === 6 ? 128 : 32;
    const prefix = Number(bits ?? widest);
    // A block that is none allows nobody, as far as anyone can tell.
    if (isIP(network) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > widest) continue;
    list.addSubnet(network, prefix, widest === 128 ? "ipv6" : "ipv4");
  }
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
