import type { Bucket } from "../scaleway/source.ts";
import type { Recording } from "./recordings.ts";

/** The buckets of one project in one region. */
export interface RecordedBuckets {
  readonly region: string;
  readonly project: string;
  readonly buckets: readonly Bucket[];
}

/** Reads the recorded bucket lists: the region is in the host, the project in the owner. */
export function bucketsIn(recordings: readonly Recording[]): readonly RecordedBuckets[] {
  return recordings
    .flatMap(({ responses }) => responses)
    .flatMap(({ host, body }) => {
      const region = /^s3\.([a-z]{2}-[a-z]{3})\./.exec(host)?.[1];
      if (region === undefined || typeof body !== "string") return [];
      const project = /<Owner>.*?<ID>([^:<]+)/s.exec(body)?.[1] ?? "";
      return [{ region, project, buckets: bucketsOf(body) }];
    });
}

function bucketsOf(xml: string): Bucket[] {
  return [...xml.matchAll(/<Bucket>(.*?)<\/Bucket>/gs)].map((bucket) => ({
    name: elementOf(bucket[1] ?? "", "Name"),
    createdAt: elementOf(bucket[1] ?? "", "CreationDate"),
  }));
}

function elementOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
