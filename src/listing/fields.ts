// The fields that answer schemas are made of. All but an id may be missing or null: one odd field must not cost an item.
import * as z from "zod";

export const id = z.string().min(1);
/** An id that the API writes as a number. */
export const numericId = z.int();
export const text = z.string().nullish();
export const moment = z.iso.datetime({ offset: true }).nullish();
/** Never negative; in which unit is the row's to know. */
export const size = z.number().nonnegative().nullish();
export const count = z.number().nonnegative().nullish();
export const flag = z.boolean().nullish();
export const texts = z.array(z.string()).nullish();
/** Tags by their name. */
export const tagMap = z.record(z.string(), z.string()).nullish();
