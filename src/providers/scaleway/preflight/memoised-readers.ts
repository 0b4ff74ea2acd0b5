import { InventoryError } from "../../../inventory/errors.ts";
import type { PageDocument } from "../../../listing/reader.ts";
import type { BucketReader } from "../buckets.ts";
import type { ScalewayDocuments, ScalewayReader } from "../client.ts";

export interface Readers {
  readonly reader: ScalewayReader;
  readonly readBuckets: BucketReader;
}

/** What a request that was never sent ends with. */
class LeftOut extends InventoryError {}

/** Whether something was not looked at because the requests had run out. */
export function isLeftOut(error: InventoryError): boolean {
  return error instanceof LeftOut;
}

/** Readers that send nothing twice and no more than `budget` requests; what comes too late fails, unsent. */
export function createMemoisedReaders({ reader, readBuckets }: Readers, budget: number): Readers {
  let left = budget;
  const spend = (): void => {
    if (left <= 0) throw new LeftOut("UNAVAILABLE", "not looked at: a preflight may send only so many requests");
    left -= 1;
  };
  const documents = createOnce<PageDocument>(spend);
  const buckets = createOnce<readonly unknown[]>(spend);
  return {
    reader: (context) => {
      const { readPage } = reader(context);
      const readOnce: typeof readPage = (path, query) =>
        documents(`${path}?${JSON.stringify(query)}`, () => readPage(path, query));
      const read: ScalewayDocuments["read"] = async (path, query) => (await readOnce(path, query)).document;
      return { read, readPage: readOnce, readDetail: read };
    },
    readBuckets: (project, region, context) =>
      buckets(`${project}/${region}`, () => readBuckets(project, region, context)),
  };
}

function createOnce<Value>(spend: () => void): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return async (key, ask) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    spend();
    const answer = ask();
    answers.set(key, answer);
    return answer;
  };
}
