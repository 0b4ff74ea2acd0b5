import { BlockList, isIP } from "node:net";
import { safeText } from "../../../inventory/safe-text.ts";
import type { CheckResult } from "../../../preflight/report.ts";
import { type Sentence, sentence } from "../../../preflight/sentence.ts";
import { kindsOf } from "../../products.ts";
import { projectPath, projectsPath } from "../products/project/paths.ts";
import { products } from "../products.gen.ts";
import { type AccessRule, covers, exposesCredentials } from "./access-rules.ts";

/** Whether every rule does something: white space, a wrong prefix or a name for an id make one match nothing. */
export function formCheck(rules: readonly AccessRule[], projects: readonly string[]): CheckResult {
  const id = "rights.form";
  const spaced = rules.filter(({ path }) => path !== path.trim());
  if (spaced.length > 0) {
    const message = sentence`${{ rules: shown(spaced) }}: white space at an end of the path makes a rule match nothing`;
    return {
      id,
      status: "warn",
      message,
      remediation: sentence`make a new consumer key with the path written without it`,
    };
  }
  const idle = rules.filter((rule) => isMeantForProjects(rule) && !matchesAnything(rule, projects));
  if (idle.length > 0) {
    const message = sentence`${{ rules: shown(idle) }}: matches no call that this inventory makes for the projects that are read`;
    return {
      id,
      status: "warn",
      message,
      remediation: sentence`a path begins with /cloud/project, without a version, names a project by its id, never by its name, and is spelled as in docs/rights.md`,
    };
  }
  return { id, status: "pass", message: sentence`every rule for Public Cloud has an effect` };
}

function isMeantForProjects({ method, path }: AccessRule): boolean {
  return method === "GET" && /^(\/(1\.0|v1|v2))?\/cloud\/./.test(path) && path !== "/cloud/*";
}

/** Whether a rule covers any call that any kind makes; names of regions and items are those that the rule itself has. */
function matchesAnything(rule: AccessRule, projects: readonly string[]): boolean {
  const parts = rule.path.split("/").filter((part) => part !== "" && !part.includes("*"));
  // Where the projects could not be listed, an id in a rule is believed.
  const ids = projects.length > 0 ? projects : parts.filter((part) => /^[0-9a-f]{32}$/.test(part));
  const region = /\/region\/([^/*]+)/.exec(rule.path)?.[1] ?? "any";
  // Behind a `*`, any last word would pass for the id of an item somewhere.
  const items = rule.path.includes("*") ? ["any"] : [...parts, "any"];
  const owners = ids.length > 0 ? ids : ["any"];
  const templates = [
    projectPath,
    projectsPath,
    ...kindsOf(products).flatMap(({ rights }) => (rights["rules"] ?? []).map(templateOf)),
  ];
  return templates.some((template) =>
    owners.some((project) =>
      items.some((item) => {
        const id = template === projectPath ? project : item;
        const values: Readonly<Record<string, string>> = { project, locality: region, id };
        const path = template.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? "");
        return covers(rule, { method: "GET", path });
      }),
    ),
  );
}

/** The rule of a kind as a path with named places: what follows `project` and `region` is one, and anything else an item. */
function templateOf(rule: string): string {
  return rule
    .replace(/^GET /, "")
    .replace("/cloud/project/*", "/cloud/project/{project}")
    .replace("/region/*", "/region/{locality}")
    .replaceAll("*", "{id}");
}

/** The rules that Plakar's documentation of its OVHcloud inventory asks for (PlakarKorp/plakar.io, inventories/ovhcloud.md). */
const documentedPaths: readonly string[] = ["/me", "/cloud/project*"];

/**
 * Whether a key can do more than reading takes, or than a control plane's documentation asks for.
 *
 * @param needed the narrowest rules that reading takes (`neededRules`): what they cover is never too much.
 */
export function excessOfRules(
  rules: readonly AccessRule[],
  projects: readonly string[],
  needed: readonly AccessRule[],
): CheckResult {
  const id = "credential.excess";
  const narrower = sentence`make a key with narrow rules for the chosen kinds (docs/rights.md)`;
  const warning = (message: Sentence): CheckResult => ({ id, status: "warn", message, remediation: narrower });
  const exposes = (rule: AccessRule): boolean =>
    [...projects, "any"].some((project) => exposesCredentials(rule, project));
  const taken = rules.filter((rule) => isTaken(rule, needed));
  const beyond = rules.filter((rule) => !taken.includes(rule));
  const writing = beyond.filter(({ method }) => method !== "GET");
  if (writing.length > 0) return warning(sentence`the key can do more than read: ${{ rules: shown(writing) }}`);
  const everything = beyond.filter((rule) => covers(rule, { method: "GET", path: "/any/thing" }));
  if (everything.length > 0) return warning(sentence`the key reads the whole account: ${{ rules: shown(everything) }}`);
  const furtherRules = beyond.filter(
    ({ path }) => !/^\/(me$|(cloud\/project|auth|me\/api\/application)(\/|\*|$))/.test(path.trim()),
  );
  if (furtherRules.length > 0)
    return warning(sentence`the key reads more than what was chosen: ${{ rules: shown(furtherRules) }}`);
  if (rules.length > 0 && rules.every(({ path }) => documentedPaths.includes(path))) {
    const message = sentence`the key has the rights that Plakar documents, which also read S3 credentials and database users`;
    return { id, status: "pass", message, remediation: narrower };
  }
  const exposing = beyond.filter(exposes);
  if (exposing.length > 0) {
    return warning(
      sentence`${{ rules: shown(exposing) }} also reads S3 credentials and database users of the projects`,
    );
  }
  const forced = taken.filter(exposes);
  if (forced.length === 0) {
    return { id, status: "pass", message: sentence`the key can read, and no more than the chosen kinds take` };
  }
  return {
    id,
    status: "pass",
    message: sentence`${{ rules: shown(forced) }} also reads S3 credentials and database users of the projects: no narrower rule lets projects be read that it does not name by their ids, because * covers everything below`,
    remediation: sentence`name the projects in project_ids, and ${narrower}`,
  };
}

/** Whether a rule is one of those that reading takes, or a part of one; `/path*` is `/path` and `/path/*` in one. */
function isTaken(rule: AccessRule, needed: readonly AccessRule[]): boolean {
  const { method, path } = rule;
  if (needed.some((need) => covers(need, rule))) return true;
  const root = /^(.*[^/*])\*$/.exec(path)?.[1];
  return root !== undefined && [root, `${root}/*`].every((one) => isTaken({ method, path: one }, needed));
}

function shown(rules: readonly AccessRule[]): readonly string[] {
  return rules.map(({ method, path }) => `"${safeText(`${method} ${path}`).slice(0, 120)}"`);
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
): CheckResult {
  const id = "credential.addresses";
  if (blocks === undefined && !isRefusedHere) {
    return { id, status: "pass", message: sentence`the key may be used from any address` };
  }
  const addresses = (blocks ?? []).map((block) => safeText(block).slice(0, 60));
  const remediation = sentence`add the control plane's address to the key's allowed addresses in OVHcloud's API keys page`;
  if (isRefusedHere && fromAddress !== undefined && isWithin(fromAddress, blocks ?? [])) {
    const message = sentence`${{ fromAddress }} may use the key; this machine may not, so the rest is not known here`;
    return { id, status: "warn", message, remediation: sentence`run preflight where the control plane runs` };
  }
  if (isRefusedHere) {
    const message = sentence`OVHcloud refuses here what the key's rules grant: it may be used from ${{ addresses: addresses.length > 0 ? addresses : "other places" }} alone`;
    return { id, status: "fail", message, remediation };
  }
  if (fromAddress === undefined) {
    const message = sentence`the key may be used from ${{ addresses }} alone`;
    return {
      id,
      status: "warn",
      message,
      remediation: sentence`make sure that the control plane's address is one of them; else ${remediation}`,
    };
  }
  return isWithin(fromAddress, blocks ?? [])
    ? {
        id,
        status: "pass",
        message: sentence`${{ fromAddress }} is one of the addresses that the key may be used from (${{ addresses }})`,
      }
    : {
        id,
        status: "fail",
        message: sentence`${{ fromAddress }} may not use the key: only ${{ addresses }} may`,
        remediation,
      };
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
