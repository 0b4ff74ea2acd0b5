import { Refusal } from "../answer.ts";

/** Refusals of the S3 protocol; the messages are ours, clients go by the code. */
export const s3Refusals = {
  accessDenied: () => xmlRefusal(403, "AccessDenied", "Permission denied."),
  unknownKey: () => xmlRefusal(403, "InvalidAccessKeyId", "There is no such access key."),
  badSignature: () => xmlRefusal(403, "SignatureDoesNotMatch", "The signature is not the one that was expected."),
  clockSkew: () => xmlRefusal(403, "RequestTimeTooSkewed", "The clocks of client and server are too far apart."),
  unknownRegion: () => xmlRefusal(400, "AuthorizationHeaderMalformed", "There is no such region."),
  unknownMethod: () => xmlRefusal(405, "MethodNotAllowed", "Only GET is emulated here."),
};

function xmlRefusal(status: number, code: string, message: string): Refusal {
  const body = `<Error><Code>${code}</Code><Message>${message}</Message><Resource>/</Resource></Error>`;
  return new Refusal({ status, headers: { "Content-Type": "application/xml" }, body });
}
