import type { StandIns } from "./stand-ins.ts";

// What refusals are told in: providers are recognised by such sentences, and what else stands in them is a name or an id. From the
// clients of both vendors (ovh/python-ovh, client.py; ovh/go-ovh, error.go; scaleway/scaleway-sdk-js, packages/client), from S3's list of
// error codes, and from what our own tables of known refusals look for.
const words: ReadonlySet<string> = new Set(
  `a an and any are argument arguments as at be been before by call can cannot could did do does doesn't don't empty exist exists
  expired failed first for forbidden found from given got granted has have have been implemented in insufficient internal into invalid is
  isn't it its known limit locked login many maximum may method missing must never no not of on only or out over page parameter
  permission permissions please project projects organization organisation account query quota rate reached refused region regions
  request requests required resource resources retry right rights route seconds server service services session should signature
  signatures slow suspended supported offered offer support supports available yet enabled activated deployed feature features disabled
  closed such system than that the their there this time timed timeout to token too try unable unauthorized unavailable unexpected
  unimplemented unknown unsupported url user used valid value was were while with without wrong you your zone zones key keys
  application credential credentials consumer access denied authentication authorized authorization again later allowed bad gateway
  error errors expected different far apart clocks client clock calculated match reduce rate temporarily temporary maintenance path
  operation operations perform performed action actions bucket buckets object list lists item items or may one end ended name
  constraint format header body content type media accept acceptable id ids identifier instance instances volume volumes snapshot`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** A refusal's sentence with its known words, and stand-ins for all others. */
export function scrubSentence(sentence: string, keeps: (word: string) => boolean, standIns: StandIns): string {
  if (sentence.length > longest) return standIns.of(sentence);
  return sentence.replace(/[^\s()[\]{}"“”,;!?]+/g, (token) => {
    const [, before = "", word = token, after = ""] = /^(['‘`:.<]*)(.*?)(['’`:.>]*)$/.exec(token) ?? [];
    const isPlain = word === "" || words.has(word.toLowerCase()) || keeps(word);
    return `${before}${isPlain ? word : standIns.of(word)}${after}`;
  });
}

// Longer ones are no sentence.
const longest = 1000;
