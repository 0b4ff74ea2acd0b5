import { type Cloud, jsonAnswer } from "../answer.ts";
import type { Clouds } from "../front.ts";
import type { RecordedProvider, Transcript } from "./transcript.ts";

const providers: Readonly<Record<keyof Clouds, RecordedProvider>> = {
  ovh: "ovh",
  ovhTokens: "ovh",
  scaleway: "scaleway",
  objectStorage: "scaleway",
  dataPlatform: "ovh-data-platform",
};

// What is asked without a credential, or for one, is in no recording.
const neverRecorded = /^(\/(1\.0|v1)\/auth\/time|\/auth\/oauth2\/token|\/iam\/login)$/;

/** The clouds, of which those that were recorded answer as they did then. */
export function recordedClouds(clouds: Clouds, transcript: Transcript): Clouds {
  const recorded = (name: keyof Clouds): Cloud => {
    const provider = providers[name];
    if (!transcript.providers.has(provider)) return clouds[name];
    return (request, faultAt) => {
      if (neverRecorded.test(request.path)) return clouds[name](request, faultAt);
      // A status that no client reads as an absence, nor asks again for.
      return (
        transcript.next(provider, request) ?? jsonAnswer(422, { message: "not in the recording" }, "application/json")
      );
    };
  };
  return {
    ovh: recorded("ovh"),
    ovhTokens: recorded("ovhTokens"),
    scaleway: recorded("scaleway"),
    objectStorage: recorded("objectStorage"),
    dataPlatform: recorded("dataPlatform"),
  };
}
