// Names that are made of ids and routes.

/** `aiJob` of `ai-job`, `ai_job` or `AiJob`. */
export function camel(word) {
  const [first = "", ...rest] = word.split(/[-_.]/);
  return [first.charAt(0).toLowerCase() + first.slice(1), ...rest.map(capital)].join("");
}

/** `AiJob` of `ai-job`. */
export const pascal = (word) => capital(camel(word));

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * What a kind is called by: the service and the resource of its id. The route, below its project or place, says how a word with a hyphen
 * is to be read
 * (`ai-job` of `/cloud/project/{serviceName}/ai/job` is a job of the service `ai`).
 */
export function wordsOf(id, rest) {
  const [, ...parts] = id.split(".");
  const words = parts[0] === "cloud" && parts.length > 1 ? parts.slice(1) : parts;
  const last = words.at(-1) ?? "";
  const [segment = ""] = rest.split("/").filter((part) => part !== "" && !/^v\d$/.test(part));
  const isSplit = words.length === 1 && last.startsWith(`${segment}-`);
  const service = isSplit ? segment : (words[0] ?? last);
  const noun = isSplit ? last.slice(segment.length + 1) : last;
  return { service, noun, word: words.join("-") };
}

/** A title where nobody gave one: `Ai job`. */
export function titleOf(id, rest) {
  return capital(wordsOf(id, rest).word.replace(/-/g, " "));
}
