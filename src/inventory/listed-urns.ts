import { hash } from "node:crypto";

const digestWords = 4;
// A digest and a pass.
const entryWords = digestWords + 1;
const entriesOfBlock = 128;
// Powers of two, so that a walk with an odd step comes to every slot.
const firstSlots = 32;
const growth = 2;
// Of the slots; the fuller the table is, the longer the walks are.
const fullestPart = 3 / 4;

/**
 * Which URNs a scope has listed, each with the last pass that listed it: not the texts, a million of which take hundreds of
 * megabytes, but at most 64 bytes each.
 *
 * A URN is known by 128 bits of its SHA-256. Two that were taken for one would lose a resource in silence: for ten million URNs the
 * probability is 10^-25, and nobody can find two names that do it. A shorter digest, or a fast one that is not cryptographic, could
 * be made to collide by whoever names a bucket.
 *
 * Entries stand in blocks in the order in which they came, so that growing copies none: 20 bytes each. A table of their numbers with
 * open addressing and double hashing finds them: 4 bytes a slot, so at most 11 each, and 16 while the table is replaced.
 */
export class ListedUrns {
  readonly #blocks: Uint32Array[] = [];
  /** Numbers of entries, counted from 1; 0 is a free slot. */
  #slots = new Uint32Array(firstSlots);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(urn: string): boolean {
    return this.#slots[this.#slotOf(digestOf(urn), 0)] !== 0;
  }

  /** Notes that a pass, counted from 1, listed a URN; answers with the last one that had listed it before. */
  mark(urn: string, pass: number): number | undefined {
    const digest = digestOf(urn);
    const slot = this.#slotOf(digest, 0);
    const number = this.#slots[slot];
    if (!number) {
      this.#add(digest, pass, slot);
      return undefined;
    }
    const block = this.#blockOf(number);
    const place = placeOf(number) + digestWords;
    const lastPass = block[place];
    block[place] = pass;
    return lastPass;
  }

  #add(digest: Uint32Array, pass: number, slot: number): void {
    this.#size += 1;
    const number = this.#size;
    const place = placeOf(number);
    if (place === 0) this.#blocks.push(new Uint32Array(entriesOfBlock * entryWords));
    const block = this.#blockOf(number);
    // Not `set`, which takes three times as long for four words.
    for (let word = 0; word < digestWords; word += 1) block[place + word] = digest[word] ?? 0;
    block[place + digestWords] = pass;
    this.#slots[slot] = number;
    if (number > this.#slots.length * fullestPart) this.#grow();
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * growth);
    for (let number = 1; number <= this.#size; number += 1) {
      this.#slots[this.#slotOf(this.#blockOf(number), placeOf(number))] = number;
    }
  }

  /** The slot of the digest that stands at a place of some words, or the free one where it would be. */
  #slotOf(words: Uint32Array, place: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    const step = (words[place + 1] ?? 0) | 1;
    let slot = (words[place] ?? 0) & last;
    for (let number = slots[slot]; number; number = slots[slot]) {
      if (isSame(this.#blockOf(number), placeOf(number), words, place)) return slot;
      slot = (slot + step) & last;
    }
    return slot;
  }

  #blockOf(number: number): Uint32Array {
    return this.#blocks[Math.floor((number - 1) / entriesOfBlock)] ?? noWords;
  }
}

const noWords = new Uint32Array();
// One for all: it is read before the next URN comes.
const digestOfUrn = new Uint32Array(digestWords);
const bytesOfDigest = new Uint8Array(digestOfUrn.buffer);

/** The first words of a URN's digest, until the next call. */
function digestOf(urn: string): Uint32Array {
  // A lone surrogate has no UTF-8 and all would be one; as JSON each has its own text, and no URN begins with a quotation mark.
  const text = urn.isWellFormed() ? urn : JSON.stringify(urn);
  // As text with a character for each byte: a buffer would take twice as long to make.
  const digest = hash("sha256", text, "binary");
  for (let byte = 0; byte < bytesOfDigest.length; byte += 1) bytesOfDigest[byte] = digest.charCodeAt(byte);
  return digestOfUrn;
}

/** Where an entry stands in its block. */
function placeOf(number: number): number {
  return ((number - 1) % entriesOfBlock) * entryWords;
}

function isSame(one: Uint32Array, placeOfOne: number, other: Uint32Array, placeOfOther: number): boolean {
  for (let word = 0; word < digestWords; word += 1) {
    if (one[placeOfOne + word] !== other[placeOfOther + word]) return false;
  }
  return true;
}
