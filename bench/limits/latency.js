import { generator } from "../../dist/emulator/random.js";

// Of a normal distribution, 2.326 deviations lie between median and 99th percentile.
const deviationsTo99 = 2.326;

/** A log-normal latency in milliseconds, drawn by a key: the same request takes the same time whoever asks, and when. */
export function logNormal(medianMs, percentile99Ms, seed) {
  const deviation = Math.log(percentile99Ms / medianMs) / deviationsTo99;
  return (key) => {
    const random = generator(hashOf(key, seed));
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return medianMs * Math.exp(deviation * normal);
  };
}

function hashOf(text, seed) {
  let hash = seed ^ 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return hash;
}
