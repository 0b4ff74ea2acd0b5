/** A form that tells what a value is meant for. */
export interface KnownForm {
  readonly form: RegExp;
  /** What a value of this form is, as the end of "it looks like". */
  readonly means: string;
}

/**
 * What to say of a value that does not have the form of its key: the rule, and what the value looks like where its form tells. Two
 * keys that are swapped are found by that. The value itself stays unsaid.
 */
export function formRefusal(rule: string, others: readonly KnownForm[]) {
  return {
    error: ({ input }: { readonly input?: unknown }): string => {
      const other = others.find(({ form }) => form.test(String(input)));
      return other === undefined ? rule : `${rule}; it looks like ${other.means}`;
    },
  };
}
