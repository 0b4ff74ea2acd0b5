/** What is wrong with an example: dead words, and one identifier in two fields. An empty list means that it is healthy. */
export function faultsOf(example: unknown): string[];

/** The value of an enum that a healthy, ordinary thing has; undefined where it has none. */
export function healthyValue(values: readonly (string | number)[]): string | number | undefined;
