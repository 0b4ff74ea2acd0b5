/** Whose credential it is, against whose it should be: what is wrong, and the remediation; undefined where they are one. */
export function foreignAccount(
  account: string,
  expected: string,
): { readonly message: string; readonly remediation: string } | undefined {
  if (account.toLowerCase() === expected.toLowerCase()) return undefined;
  return {
    message: `the credential belongs to ${account}, and expected_account says ${expected}`,
    remediation: "use a credential of that account, or correct expected_account",
  };
}
