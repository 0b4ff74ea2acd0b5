import { readFileSync } from "node:fs";

const isLinux = process.platform === "linux";
// The kernel counts processor time in hundredths of a second on every Linux that Node runs on.
const tickMs = 10;

/** Processor time that a process has used so far, in milliseconds; undefined where the system does not tell. */
export function processorMs(pid) {
  return ticksMs(pid, 11);
}

/** The same of all children of this process that have ended. */
export function processorMsOfChildren() {
  return ticksMs("self", 13);
}

/** Two fields of the kernel's line about a process: time in the program, and in the kernel for it. */
function ticksMs(pid, field) {
  if (!isLinux) return undefined;
  // The second field is the program's name in brackets, which may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[field]) + Number(fields[field + 1])) * tickMs;
}

/** What a process keeps in memory, and the most it ever kept, in MB (1,000,000 bytes); undefined where the system does not tell. */
export function residentMegabytes(pid) {
  if (!isLinux) return undefined;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)[1]) * 1024) / 1e6;
  // A process that has ended and is not collected yet keeps nothing.
  return status.includes("VmRSS:") ? { now: megabytes("VmRSS"), most: megabytes("VmHWM") } : undefined;
}
