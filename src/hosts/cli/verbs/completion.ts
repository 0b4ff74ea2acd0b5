import { shells } from "../shells.ts";
import { words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";

export const completion: Verb = {
  summary: "print what makes Tab complete verbs, options and kinds in bash, zsh or fish",
  options: {},
  argument: { placeholder: "SHELL", values: words(...shells) },
  takesLine: true,
  notes: {
    "To install it": `bash  add to ~/.bashrc:                  source <(cloud-inventory completion bash)
zsh   add to ~/.zshrc, below compinit:   source <(cloud-inventory completion zsh)
fish  add to ~/.config/fish/config.fish: cloud-inventory completion fish | source`,
    "What Tab offers": `verbs, options, providers, formats, schemas, files, and of --kinds each kind of the chosen providers, one after the other
behind a comma. It asks cloud-inventory itself, which reads no credentials and sends nothing.`,
  },
  run: async (options, terminal, unfinished) =>
    (await import("../completion-command.ts")).completionCommand(options, terminal, unfinished),
};
