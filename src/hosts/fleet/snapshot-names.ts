const nameForm = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.(\d{3})Z\.ndjson\.gz$/;

/** The name of a snapshot by when its run began, such that names stand in the order of time. A colon is in no name on Windows. */
export function snapshotName(startedAt: Date): string {
  return `${startedAt.toISOString().replaceAll(":", "-")}.ndjson.gz`;
}

/** When the run of a snapshot began, by its name; undefined where it is none of ours. */
export function startOf(name: string): string | undefined {
  const match = nameForm.exec(name);
  if (match === null) return undefined;
  const [, day, hours, minutes, seconds, milliseconds] = match;
  const startedAt = `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`;
  const ms = Date.parse(startedAt);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === startedAt ? startedAt : undefined;
}
