/** The groups that a form shows its keys in, in their order. */
export const keyGroups = {
  account: { title: "Account", advanced: false },
  credential: { title: "Credential", advanced: false },
  scope: { title: "What is read", advanced: false },
  advanced: { title: "Advanced", advanced: true },
} as const;

export type KeyGroup = keyof typeof keyGroups;

export function isKeyGroup(word: unknown): word is KeyGroup {
  return typeof word === "string" && Object.hasOwn(keyGroups, word);
}
