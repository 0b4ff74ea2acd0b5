// Answers of the Data Platform, only the fields we use. Fields without `nullish` are what we cannot do without.
import * as z from "zod";

/** `POST /iam/login` (ovh/docs, data_platform/technical/api-reference/iam). The token becomes a header. */
export const Login = z.object({
  token: z.string().regex(/^[\x21-\x7e]{8,8192}$/),
  uid: z.string().nullish().catch(undefined),
  login: z.string().nullish().catch(undefined),
});
export type Login = z.infer<typeof Login>;

/** An entry of S3's `ListAllMyBucketsResult`, in S3's own names. */
export const Bucket = z.object({ Name: z.string().min(1), CreationDate: z.iso.datetime({ offset: true }).nullish() });
