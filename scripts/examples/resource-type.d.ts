/** The prefix of an IAM action (`vps:apiovh:get`), or the word of the panel's list of types where that is another one. */
export function resourceTypeOf(action: string): string;
