import type { Event } from "../../inventory/event.ts";
import { type Paint, paintFor } from "./colour.ts";
import { progressLines, progressSentence, type Work } from "./progress-lines.ts";
import { say, type Terminal } from "./terminal.ts";

/** What is told of work that is still under way, on standard error. */
export interface Progress {
  /** Follows a run by its events. */
  show(event: Event): void;
  /** Follows work that has no events: looks at it whenever there is something to draw. */
  follow(inventory: string, look: () => Pick<Work, "requests" | "waitingMs" | "waitingFor">): void;
  /** The work on an inventory that was followed has ended. */
  ended(inventory: string): void;
  /** Takes what is drawn away, for a line that is to stay. */
  clear(): void;
  /** Takes what is drawn away, and draws nothing any more. */
  end(): void;
}

/** Time, injected so that a test need not wait. */
export interface ProgressTime {
  /** Milliseconds since some moment, never set. */
  now(): number;
  /** Calls again and again, and keeps no process alive; returns how to stop it. */
  every(milliseconds: number, call: () => void): () => void;
}

const systemTime: ProgressTime = {
  now: () => performance.now(),
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds).unref();
    return () => clearInterval(timer);
  },
};

const logEveryMs = 30_000;
const drawEveryMs = 1_000;
// Events come by the thousand; nobody reads faster than this.
const drawnAtMostEveryMs = 100;

/**
 * Progress as a terminal shows it, redrawn in place; elsewhere, such as in the log of a job, a line every 30 seconds; nothing
 * where nobody wants it.
 */
export function createProgress(
  terminal: Terminal,
  { isQuiet = false, time = systemTime }: { readonly isQuiet?: boolean; readonly time?: ProgressTime } = {},
): Progress {
  const works = createWorks(time);
  const { stderr, environment } = terminal;
  const silent = { clear: () => {}, end: () => {}, changed: () => {} };
  // A dumb terminal cannot go back to draw anew.
  const isDrawn = stderr.isTTY === true && environment["TERM"] !== "dumb";
  const screen = isQuiet ? silent : isDrawn ? drawnOn(terminal, works, time) : logged(terminal, works, time);
  return {
    show(event) {
      if (works.take(event)) screen.changed();
    },
    follow(inventory, look) {
      works.follow(inventory, look);
      screen.changed();
    },
    ended(inventory) {
      works.ended(inventory);
      screen.changed();
    },
    clear: screen.clear,
    end: screen.end,
  };
}

interface Works {
  readonly all: () => readonly Work[];
  readonly elapsedMs: () => number;
  /** Whether the event says something new. */
  take(event: Event): boolean;
  follow(inventory: string, look: () => Omit<Work, "inventory" | "elapsedMs" | "isFinished">): void;
  ended: Progress["ended"];
}

function createWorks({ now }: ProgressTime): Works {
  const startedMs = now();
  const elapsedMs = (): number => now() - startedMs;
  const looks = new Map<string, () => Work>();
  const follow: Works["follow"] = (inventory, look) => {
    looks.set(inventory, () => ({ inventory, ...look(), elapsedMs: elapsedMs(), isFinished: false }));
  };
  return {
    elapsedMs,
    all: () => [...looks.values()].map((look) => look()),
    take(event) {
      if (event.type === "started") {
        follow(event.inventory, () => ({ scopes: { done: 0, known: 0 }, requests: 0, waitingMs: 0 }));
        return true;
      }
      if (event.type !== "progress" && event.type !== "finished") return false;
      const { inventory, resources, requests } = event;
      if (event.type === "finished") {
        const { scopes: count, durationMs } = event;
        const scopes = { done: count, known: count };
        const end = { inventory, scopes, resources, requests, waitingMs: 0, elapsedMs: durationMs, isFinished: true };
        looks.set(inventory, () => end);
        return true;
      }
      const scopes = { done: event.scopesDone, known: event.scopesKnown };
      const { waitingFor } = event;
      const waitsUntilMs = elapsedMs() + event.waitingMs;
      const waitingMs = (): number => Math.max(0, waitsUntilMs - elapsedMs());
      follow(inventory, () => ({ scopes, resources, requests, waitingMs: waitingMs(), waitingFor }));
      return true;
    },
    follow,
    ended(inventory) {
      const last = looks.get(inventory)?.();
      if (last !== undefined) looks.set(inventory, () => ({ ...last, isFinished: true }));
    },
  };
}

/** Where progress is shown. */
interface Screen extends Pick<Progress, "clear" | "end"> {
  changed(): void;
}

function logged(terminal: Terminal, works: Works, time: ProgressTime): Screen {
  const end = time.every(logEveryMs, () => say(terminal, progressSentence(works.all(), works.elapsedMs())));
  return { changed: () => {}, clear: () => {}, end };
}

function drawnOn({ stderr, environment }: Terminal, works: Works, time: ProgressTime): Screen {
  const paint = paintFor(stderr, environment);
  let drawn: readonly string[] = [];
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const room = () => ({ columns: stderr.columns || 80, rows: stderr.rows || 24 });
  const clear = (): void => {
    if (drawn.length > 0) stderr.write(erased(drawn, room().columns));
    drawn = [];
  };
  const draw = (): void => {
    const all = works.all();
    const lines = progressLines(all, works.elapsedMs(), room());
    const text = lines.map((line, index) => painted(line, lines.length === all.length ? all[index] : undefined, paint));
    const before = drawn.length > 0 ? erased(drawn, room().columns) : "";
    stderr.write(`${before}${text.join("\n")}`);
    drawn = lines;
    drawnAtMs = time.now();
  };
  const stop = time.every(drawEveryMs, draw);
  return {
    changed() {
      if (time.now() - drawnAtMs >= drawnAtMostEveryMs) draw();
    },
    clear,
    end() {
      stop();
      clear();
    },
  };
}

/** Goes back to the first line that was drawn and takes all away; a terminal that became narrower has broken the lines. */
function erased(lines: readonly string[], columns: number): string {
  const rows = lines.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / columns)), 0);
  return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ""}\u001b[J`;
}

function painted(line: string, work: Work | undefined, paint: Paint): string {
  if (work === undefined) return line;
  return work.isFinished ? paint("quiet", line) : work.waitingMs > 0 ? paint("doubtful", line) : line;
}
