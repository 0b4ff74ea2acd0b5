import type { Plan } from "../plan.ts";
import { seriesOf } from "../random.ts";
import { bucketName, createdAtMs } from "../words.ts";

/** A bucket as ListBuckets answers it. */
export interface DataPlatformBucket {
  readonly name: string;
  readonly createdAt: string;
}

/** Makes up the buckets of the one project. */
export function dataPlatformBuckets(plan: Plan): readonly DataPlatformBucket[] {
  const kind = "ovh-data-platform.bucket";
  const series = seriesOf(plan.seed, kind);
  const count = plan.count(kind);
  return Array.from({ length: count }, (_, index) => {
    const createdAt = new Date(createdAtMs(series, index, count)).toISOString();
    return { name: bucketName(index, series.uuid(0), "lake"), createdAt };
  });
}
