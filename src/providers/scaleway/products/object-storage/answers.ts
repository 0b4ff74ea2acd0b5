// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { id, moment } from "../../../../listing/fields.ts";

/** `ListAllMyBucketsResult` of S3, in S3's own names. */
export const Bucket = z.object({ Name: id, CreationDate: moment });
