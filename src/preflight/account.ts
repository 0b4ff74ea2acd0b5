import { type Sentence, sentence } from "./sentence.ts";

/** Whose credential it is, against whose it should be: what is wrong, and the remediation; undefined where they are one. */
export function foreignAccount(
  account: string,
  expected: string,
): { readonly message: Sentence; readonly remediation: Sentence } | undefined {
  if (account.toLowerCase() === expected.toLowerCase()) return undefined;
  return {
    message: sentence`the credential belongs to ${{ account }}, and expected_account says ${{ expected }}`,
    remediation: sentence`use a credential of that account, or correct expected_account`,
  };
}
