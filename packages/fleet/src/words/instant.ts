import { type ParsedOptions, usage } from "cloud-inventory-plugin/fleet";

const instantForm = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;
const dateForm = /^(\d{4}-\d\d-\d\d)$/;
/** How far the clocks of two machines may be from each other. */
const clocksDifferMs = 60_000;

interface InstantForms {
  /** Whether a date is enough, which means its midnight in UTC. */
  readonly orDate?: boolean;
}

/**
 * The instant that an option names. A time without a zone would be another one on another machine.
 *
 * @returns undefined where the option is not given.
 * @throws InventoryError INVALID_CONFIG where it is none, such as one of a day that its month has not.
 */
export function instantOption(options: ParsedOptions, name: string, { orDate = false }: InstantForms = {}) {
  const text = options.one(name);
  if (text === undefined) return undefined;
  const [, day] = instantForm.exec(text) ?? (orDate ? dateForm.exec(text) : null) ?? [];
  const instant = new Date(text);
  // A day too many would be the first of the next month.
  if (day === undefined || Number.isNaN(instant.getTime()) || !isDay(day)) {
    const date = orDate ? "a date, such as 2026-11-26, or " : "";
    throw usage(`--${name} has to be ${date}an instant, such as 2026-11-26T02:00:00Z`);
  }
  return instant;
}

/**
 * The same, where a later one than now can only be a mistake.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function pastInstantOption(options: ParsedOptions, name: string, forms: InstantForms = {}): Date | undefined {
  const instant = instantOption(options, name, forms);
  if (instant !== undefined && instant.getTime() > Date.now() + clocksDifferMs) {
    throw usage(`--${name} is later than now: ${instant.toISOString()}`);
  }
  return instant;
}

function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
