import { jsonAnswer, Refusal } from "../answer.ts";

/** Refusals of the platform's own APIs: `{error}`, whose words are ours. Its S3 refuses as S3 does. */
export const dataPlatformRefusals = {
  badLogin: () => refusal(400, "The login is not complete."),
  badKey: () => refusal(401, "The API key or the secret key is wrong."),
  badToken: () => refusal(401, "The token is not valid."),
  unknownRoute: () => refusal(404, "There is no such route."),
};

function refusal(status: number, error: string): Refusal {
  return new Refusal(jsonAnswer(status, { error }, "application/json"));
}
