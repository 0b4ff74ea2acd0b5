/** What keeps a kind from being written, in words for whoever asked for it. */
export class Refusal extends Error {}
