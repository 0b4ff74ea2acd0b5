import { pathToFileURL } from "node:url";
import { inject, test } from "vitest";
import type { BriefExamination, Coverage } from "../../src/preflight/examiner.ts";
import { builtFile } from "../built.ts";
import type { PluginOptions, ProviderId } from "./child.ts";

interface Examined {
  /** The account that the credential belongs to; absent where nothing names it. */
  readonly account?: string;
  /** What Init is told at once; `fails` where it cannot be. */
  readonly brief?: Partial<BriefExamination> | "fails" | "reads everything";
}

/** A single executable holds its provider where nothing from outside can replace it. */
export const testOnBuild = test.skipIf(inject("executables") !== undefined);

/** Options of a plugin whose provider answers with this about its credential, whatever the cloud would say. */
export function examinedAs(id: ProviderId, examined: Examined): Pick<PluginOptions, "files" | "environment"> {
  const module = pathToFileURL(builtFile(`providers/${id}/index.js`)).href;
  const preload = `
    const { ${id}: definition } = await import(${JSON.stringify(module)});
    const { account, brief } = ${JSON.stringify(examined)};
    const { open } = definition;
    definition.open = (...given) => {
      const opened = open(...given);
      const provider = {
        ...opened.provider,
        accountOf: async () => account,
        async examineBriefly(kinds, context) {
          if (brief === "reads everything") {
            for await (const { kinds: [kind], scope } of opened.provider.scopes(kinds, context))
              for await (const _ of opened.provider.list(kind, scope, context));
          }
          if (brief === "fails") throw new Error("planted");
          return { coverage: [], expiries: [], ...brief };
        },
      };
      return { ...opened, provider };
    };`;
  return { files: { "examined.mjs": preload }, environment: { NODE_OPTIONS: "--import={folder}/examined.mjs" } };
}

/** Rows of one status for kinds, a missing right each. */
export function rowsOf(status: Coverage["status"], kinds: readonly string[]): readonly Coverage[] {
  const missing = (kind: string) => (status === "missing" ? [`GET /${kind}`] : []);
  return kinds.map((kind) => ({ kind, scope: "account", status, missing: missing(kind) }));
}
