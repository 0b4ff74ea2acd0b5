import { alignedRows, helpOf, type OptionTable } from "./arguments.ts";
import type { Verb } from "./verb.ts";
import { verbs } from "./verbs/index.ts";
import { docsFolder } from "./verbs/shared-notes.ts";

const helpOption: OptionTable = { help: { type: "boolean", short: "h", help: "show this" } };
const generalOptions: OptionTable = {
  help: { type: "boolean", short: "h", help: "show this, or the help of a verb: cloud-inventory VERB --help" },
  version: { type: "boolean", help: "show the version" },
};

/** What can stand in the place of a verb. */
export const generalFlags: readonly string[] = Object.keys(generalOptions).map((name) => `--${name}`);

/** What `cloud-inventory --help` says. */
export function overview(): string {
  const rows = Object.entries(verbs).map(([name, { summary }]) => [name, summary] as const);
  return `Every resource at OVHcloud, on its Data Platform and at Scaleway, or a named reason why not.

usage: cloud-inventory VERB [options]

${alignedRows(rows)}

options:
${helpOf(generalOptions)}

To connect an account, say which it is by environment variables, a config file or the vendors' own files, as
\`cloud-inventory validate --help\` lists them. Then, one after the other:
  cloud-inventory validate     is what was found well formed?
  cloud-inventory preflight    is it enough, and which right is missing?
  cloud-inventory discover     what is there, and where is a gap, for which reason?
Without an account, \`cloud-inventory emulator\` serves a made-up one.

Exit codes: 0 complete or accepted, 2 usage or config, 3 credential refused, 4 incomplete, 5 different (diff) or
without a backup (coverage --fail-on), 130 cancelled, 141 the reader left before the end, 1 anything else.
Documentation: ${docsFolder}
`;
}

/** What the help of a verb says. */
export function helpOfVerb(name: string, { summary, argument, options, notes = {} }: Verb): string {
  const called = ["cloud-inventory", name, ...(argument === undefined ? [] : [argument.placeholder])].join(" ");
  const paragraphs = Object.entries(notes).map(([title, text]) => `\n${title}:\n${indented(text)}\n`);
  return `${called}: ${summary}

options:
${helpOf({ ...options, ...helpOption })}
${paragraphs.join("")}`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
