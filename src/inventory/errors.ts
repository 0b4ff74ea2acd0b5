import { safeText } from "./safe-text.ts";

/** The closed set of reasons why something could not be read. Hosts switch on the code, never on the text. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "INVALID_CONFIG"
  | "NOT_FOUND"
  | "RATE_LIMITED"
  | "UNAVAILABLE"
  | "INVALID_RESPONSE"
  | "CANCELLED"
  | "INTERNAL";

/** What to do about an error, and the stable id of the preflight check that looks for its cause. */
export interface Advice {
  readonly check: string;
  readonly remediation: string;
}

export interface InventoryErrorOptions {
  /** The provider's own id of the refused request, for its support. */
  readonly requestId?: string | undefined;
  /** True only where the answer matched the provider's known text for "this product does not exist here". */
  readonly notOffered?: boolean;
  /** True only where the answer says in the provider's own words that a right is missing. */
  readonly lacksRight?: boolean;
  readonly advice?: Advice | undefined;
  /** For a debugger alone: never printed, never serialised, because SDK and fetch errors hold keys, URLs and bodies. */
  readonly cause?: unknown;
}

/**
 * The only error that leaves this package.
 *
 * Its message is one sentence of ours, built from statuses, types, system codes and typed fields; it never repeats the
 * message, body or input of somebody else's error, which is where secrets leak from. Ids and names of the provider, which
 * sentences do name, are made safe here: what is built from an error goes to terminals, logs, reports and gRPC statuses.
 */
export class InventoryError extends Error {
  override readonly name = "InventoryError";
  readonly code: ErrorCode;
  readonly requestId: string | undefined;
  readonly notOffered: boolean;
  /**
   * The provider said in its own words, each time it was asked and at least twice, that a right is missing. A bare 403 never tells
   * that, nor does one while requests were refused by rate: throttling has been seen as 403 (terraform-provider-scaleway issue 3616).
   */
  readonly lacksRight: boolean;
  readonly advice: Advice | undefined;

  constructor(code: ErrorCode, message: string, options: InventoryErrorOptions = {}) {
    super(sentence(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.requestId = options.requestId;
    this.notOffered = options.notOffered ?? false;
    this.lacksRight = options.lacksRight ?? false;
    this.advice = options.advice && { check: options.advice.check, remediation: sentence(options.advice.remediation) };
  }

  /** What `console` and `util.inspect` show: without the cause, which holds other programs' texts. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  /** What may be printed: the cause is left out on purpose. */
  toJSON(): { code: ErrorCode; message: string; requestId?: string } {
    const { code, message, requestId } = this;
    return requestId === undefined ? { code, message } : { code, message, requestId };
  }
}

// Longer than what any host shows of one error, unless an id of the provider fills it.
const longestSentence = 2000;

/** Cut in its middle, where the long id is: what happened stands at the end. */
function sentence(text: string): string {
  const half = longestSentence / 2;
  return safeText(text.length > longestSentence ? `${text.slice(0, half)}…${text.slice(1 - half)}` : text);
}

/** Turns whatever was thrown into our error; a stranger becomes INTERNAL and keeps its text to itself. */
export function asInventoryError(thrown: unknown): InventoryError {
  if (thrown instanceof InventoryError) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const type = /^\w{1,40}$/.test(name) ? name : "error";
  return new InventoryError("INTERNAL", `an unexpected ${type} stopped the read; this is a defect of the plugin`, {
    cause: thrown,
  });
}

/** The error an aborted signal stands for: its own reason where that is ours, else CANCELLED. */
export function abortError(signal: AbortSignal): InventoryError {
  return signal.reason instanceof InventoryError
    ? signal.reason
    : new InventoryError("CANCELLED", "the run was cancelled");
}

/** The system's code of a failure, such as ENOENT: the only part of it that repeats no input. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown";
}
