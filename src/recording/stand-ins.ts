import { createHmac } from "node:crypto";
import { rightWords } from "./vendor-words.gen.ts";

/** What stands in a recording for what is the customer's: the same for the same value, and of the same form. */
export interface StandIns {
  of(text: string): string;
  /** The digits that {@link StandIns.of} has for the same number as a text: ids are written both ways. */
  ofNumber(value: number): number;
}

/** The digits that a value is turned into: nobody who does not hold the key can tell whether a guess is right. */
interface Digest {
  hexadecimal(length: number): string;
  /** Below `bound`, which is at most 2^48. */
  number(bound: number): number;
}

interface Form {
  readonly fits: RegExp;
  readonly make: (text: string, digest: Digest, standIns: StandIns) => string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
// Scaleway writes some ids with the place in front of them, and the owner of buckets as the project, twice.
const place = "(?:fr-par|nl-ams|pl-waw|it-mil)(?:-\\d)?";
const aPart = new RegExp(`^${place}$`);
const ipv4 = "(?:\\d{1,3}\\.){3}\\d{1,3}";
const ipv6 = "(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f:]{2,39}(?:::ffff:(?:\\d{1,3}\\.){3}\\d{1,3})?";
const schemes = "https?|ssh|sftp|ftps?|imaps?|smtps?|nfs|smb|rediss?|mysql|mongodb(?:\\+srv)?|postgres(?:ql)?|kafka";

// The first form that fits counts.
const forms: readonly Form[] = [
  { fits: new RegExp(`^${uuid}$`, "i"), make: (_text, digest) => uuidOf(digest) },
  { fits: /^SCW[A-Z0-9]{17}$/, make: (_text, digest) => `SCW${digest.hexadecimal(17).toUpperCase()}` },
  { fits: /^\d+$/, make: (_text, digest) => String(numberFrom(digest)) },
  { fits: /^[0-9a-f]{16,64}$/i, make: ({ length }, digest) => digest.hexadecimal(length) },
  {
    fits: new RegExp(`^(${uuid}|${place})([:/,](${uuid}|${place}))+$`, "i"),
    make: (text, _digest, { of }) => text.replace(/[^:/,]+/g, (part) => (aPart.test(part) ? part : of(part))),
  },
  { fits: new RegExp(`^${ipv4}(/\\d{1,2})?$`), make: (text, digest) => `${ipv4Of(digest)}${lengthOf(text)}` },
  {
    fits: /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i,
    make: (_text, digest) => `02:${digest.hexadecimal(10).replace(/(..)(?=.)/g, "$1:")}`,
  },
  { fits: new RegExp(`^${ipv6}(/\\d{1,3})?$`, "i"), make: (text, digest) => `${ipv6Of(digest)}${lengthOf(text)}` },
  {
    fits: /^urn:/,
    make: (text, _digest, { of }) =>
      text.replace(/[^:]+/g, (part, start: number) =>
        urnWords.has(part) || isServiceType(part, text.slice(0, start)) ? part : of(part),
      ),
  },
  { fits: /^[^\s@/:]+@[^\s@/:]+$/, make: (_text, digest) => `x${digest.hexadecimal(16)}@mail.example` },
  {
    fits: new RegExp(`^(?:${schemes})://`, "i"),
    make: (text, digest) => `${text.slice(0, text.indexOf("://")).toLowerCase()}://${hostOf(digest)}/`,
  },
  { fits: /^(?=.*[a-z])[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?$/i, make: (_text, digest) => hostOf(digest) },
  { fits: /^/, make: (_text, digest) => `text-${digest.hexadecimal(16)}` },
];

const urnWords: ReadonlySet<string> = new Set([
  ...rightWords,
  ..."urn v1 eu ca us resource identity account user group globalGroup credential policy region".split(" "),
]);

/** What kind of service a URN names is IAM's own word, and not always that of its actions: `zimbraPlatform`. */
function isServiceType(part: string, before: string): boolean {
  return /^urn:v1:[a-z]{2}:resource:$/.test(before) && /^[a-z]{1,20}([A-Z][a-z]{1,20}){0,4}$/.test(part);
}

/** @param key random bytes of one run, which are written nowhere. */
export function createStandIns(key: Uint8Array): StandIns {
  const shift = offsetOf(digestOf(key, "date"));
  const standIns: StandIns = {
    of(text) {
      if (text === "") return text;
      const date = shifted(text, shift);
      if (date !== undefined) return date;
      const form = forms.find(({ fits }) => fits.test(text));
      return form?.make(text, digestOf(key, `value ${text}`), standIns) ?? "";
    },
    ofNumber: (value) => numberFrom(digestOf(key, `value ${Math.abs(value)}`)),
  };
  return standIns;
}

function digestOf(key: Uint8Array, text: string): Digest {
  const hex = createHmac("sha256", key).update(text).digest("hex");
  return {
    hexadecimal: (length) => hex.slice(0, length),
    number: (bound) => Number.parseInt(hex.slice(0, 12), 16) % bound,
  };
}

function uuidOf(digest: Digest): string {
  return digest.hexadecimal(32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5");
}

/** Fifteen digits: never two alike in one recording, and exact as a JSON number. */
function numberFrom(digest: Digest): number {
  return 100_000_000_000_000 + digest.number(2 ** 47);
}

/** In the block that no network uses (RFC 1112, section 4), which is large enough for an account's addresses to differ. */
function ipv4Of(digest: Digest): string {
  const number = digest.number(2 ** 28);
  return [240 + Math.floor(number / 2 ** 24), (number >> 16) & 255, (number >> 8) & 255, number & 255].join(".");
}

/** In the block for documentation (RFC 3849). */
function ipv6Of(digest: Digest): string {
  return `2001:db8:${digest.hexadecimal(24).replace(/(.{4})(?=.)/g, "$1:")}`;
}

/** The length of a prefix says how large a network is, not whose. */
function lengthOf(text: string): string {
  return /\/\d+$/.exec(text)?.[0] ?? "";
}

function hostOf(digest: Digest): string {
  return `h${digest.hexadecimal(16)}.example`;
}

const dateForm = /^(\d{4}-\d\d-\d\d)(?:([T ])(\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/;
const halfDaySeconds = 12 * 60 * 60;

/** How far dates are moved, in seconds: all of a run by the same, so that their order and what has ended stay as they were. */
function offsetOf(digest: Digest): number {
  return digest.number(2 * halfDaySeconds) - halfDaySeconds;
}

/** A date in its own form, moved; undefined for what is none. Parts of a second are as good as a name, and go. */
function shifted(text: string, seconds: number): string | undefined {
  const [, day, between, time = "00:00:00", fraction = "", zone = ""] = dateForm.exec(text) ?? [];
  const atMs = day === undefined ? Number.NaN : Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(atMs)) return undefined;
  const moved = new Date(atMs + seconds * 1000).toISOString();
  if (between === undefined) return moved.slice(0, 10);
  return `${moved.slice(0, 10)}${between}${moved.slice(11, 19)}${fraction.replace(/\d/g, "0")}${zone}`;
}
