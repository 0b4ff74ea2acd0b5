import { readFileSync } from "node:fs";

const isLinux = process.platform === "linux";
// The kernel counts processor time in hundredths of a second on every Linux that Node runs on.
const tickMs = 10;

/** Processor time that a process has used so far, in milliseconds; undefined where the system does not tell. */
export function processorMs(pid) {
  if (!isLinux) return undefined;
  // The second field is the program's name in brackets, which may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** What a process keeps in memory, and the most it ever kept, in MB (1,000,000 bytes); undefined where the system does not tell. */
export function residentMegabytes(pid) {
  if (!isLinux) return undefined;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)[1]) * 1024) / 1e6;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}
