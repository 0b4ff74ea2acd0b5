import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A browser that was asked to come. */
export interface OpenedBrowser {
  /** Whether the system's opener did its work. */
  readonly isOpened: boolean;
  /** Removes the file that led to the page; once the page has come nobody needs it. */
  forget(): Promise<void>;
}

/**
 * Opens a link in the user's browser. Arguments of a process can be read by everybody on the machine, so what is opened is a file that
 * leads to the link, for its owner alone.
 */
export async function openBrowser(
  link: string,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "cloud-inventory-wizard-"));
  const file = join(folder, "open.html");
  const forget = (): Promise<void> => rm(folder, { recursive: true, force: true });
  await writeFile(file, redirectPage(link), { mode: 0o600, flag: "wx" });
  const isOpened = await startOpener(file, environment, signal);
  if (!isOpened) await forget();
  return { isOpened, forget };
}

/** Neither character set nor link needs escaping: the link is ours, of letters, digits, `-` and `_`. */
function redirectPage(link: string): string {
  return `<!DOCTYPE html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${link}"><title>Set-up wizard</title><p><a href="${link}">Go on to the wizard</a></p>\n`;
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

// An opener that becomes the browser itself does not end: then it has opened.
const longEnoughMs = 3_000;

async function startOpener(file: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  const [command = "xdg-open", ...words] = openers[process.platform] ?? [];
  const child = spawn(command, [...words, file], { env, detached: true, stdio: "ignore" });
  const isOpened = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), longEnoughMs);
    const settle = (isGood: boolean): void => {
      clearTimeout(timer);
      resolve(isGood);
    };
    signal.addEventListener("abort", () => settle(true), { once: true });
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code === 0));
  });
  child.unref();
  return isOpened;
}
