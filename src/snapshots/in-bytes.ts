const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** A size in the largest unit of 1024 in which it is 1 or more. */
export function inBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[step]}`;
}
