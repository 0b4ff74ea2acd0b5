/** Whose credential it is, against whose it should be: what is wrong, and the mend; undefined where they are one. */
export function foreignAccount(
  account: string,
  expected: string,
): { readonly seen: string; readonly mend: string } | undefined {
  if (account.toLowerCase() === expected.toLowerCase()) return undefined;
  return {
    seen: `the credential belongs to ${account}, and expected_account says ${expected}`,
    mend: "use a credential of that account, or correct expected_account",
  };
}
