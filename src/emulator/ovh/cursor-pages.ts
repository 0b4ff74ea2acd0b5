import { type Answer, type EmulatedRequest, headerOf, withHeaders } from "../answer.ts";
import { ovhAnswer, ovhRefusals } from "./refusals.ts";

/** OVHcloud documents neither a default nor a maximum. */
const defaultSize = 100;

/**
 * One page of a list of version 2; the header that names the next page is absent on the last one
 * (https://github.com/ovh/docs, `pages/manage_and_operate/api/apiv2`).
 */
export function cursorPage(items: readonly unknown[], request: EmulatedRequest): Answer {
  const size = sizeOf(headerOf(request, "x-pagination-size"));
  const start = startOf(headerOf(request, "x-pagination-cursor"));
  const end = start + size;
  const answer = ovhAnswer(items.slice(start, end));
  return end < items.length ? withHeaders(answer, { "X-Pagination-Cursor-Next": cursorOf(end) }) : answer;
}

function sizeOf(header: string | undefined): number {
  if (header === undefined) return defaultSize;
  if (!/^[1-9]\d*$/.test(header)) throw ovhRefusals.badRequest("X-Pagination-Size");
  return Number(header);
}

/** Cursors mean nothing to clients. */
function cursorOf(start: number): string {
  return Buffer.from(`start=${start}`).toString("base64url");
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const start = /^start=(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (start === undefined) throw ovhRefusals.badRequest("X-Pagination-Cursor");
  return Number(start);
}
