import { isFieldName } from "./fields.ts";
import { type AnswerPlace, mostItems, scrubText } from "./scrub-value.ts";

const roots: ReadonlySet<string> = new Set(["ListAllMyBucketsResult", "Error"]);
const listed = "Bucket";

/**
 * One of S3's documents with stand-ins, without attributes and comments; undefined for what is no whole document of S3's.
 */
export function scrubXml(text: string, place: AnswerPlace): string | undefined {
  const body = text.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, "");
  const open: string[] = [];
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  let items = 0;
  let isRooted = false;
  let at = 0;
  // One tag with the text behind it.
  const tag = /<(\/?)([A-Za-z]\w{0,60})(?:\s[^<>]*?)?(\/?)>([^<]*)/y;
  while (at < body.length) {
    tag.lastIndex = at;
    const [whole, slash, name = "", isEmpty, value = ""] = tag.exec(body) ?? [];
    if (whole === undefined || (!isRooted && !roots.has(name)) || (isRooted && open.length === 0)) return undefined;
    at += whole.length;
    isRooted = true;
    if (slash === "/") {
      if (open.pop() !== name) return undefined;
    } else if (isEmpty !== "/") {
      open.push(name);
    }
    const isStart = slash !== "/";
    if (isStart && name === listed) items += 1;
    const isLeftOut = items > mostItems && (open.includes(listed) || name === listed);
    if (isLeftOut) {
      if (isStart && name === listed) place.tally.items += 1;
      continue;
    }
    out.push(
      `<${slash}${elementName(name, place)}${isEmpty}>`,
      isStart ? textIn(value, name, open.at(-2) ?? "", place) : "",
    );
  }
  return isRooted && open.length === 0 ? out.join("") : undefined;
}

function elementName(name: string, { standIns, tally }: AnswerPlace): string {
  if (isFieldName(name, "")) return name;
  tally.keys += 1;
  return standIns.of(name).replace(/\W/g, "_");
}

function textIn(value: string, name: string, parent: string, place: AnswerPlace): string {
  const text = value.trim();
  if (text === "") return "";
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  const plain = text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity] ?? "");
  return scrubText(plain, name, parent, place).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
