/** The shells that completion is written for. */
export const shells = ["bash", "zsh", "fish"] as const;
