import type { BuildOptions } from "esbuild";

export declare const chunkFolder: string;

export declare function bundlePrograms(options: {
  readonly root: string;
  readonly modules: readonly string[];
  readonly outdir: string;
  readonly settings?: BuildOptions;
}): Promise<readonly { readonly path: string; readonly contents: Uint8Array }[]>;

export declare function bundleBrowserEntry(options: { readonly root: string }): Promise<Uint8Array>;
