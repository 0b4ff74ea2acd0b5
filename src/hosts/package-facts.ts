import type { PackageFacts } from "../providers/manifest.ts";
import { packageFacts } from "./package-facts.gen.ts";

/** The name and the version of this package. They are a part of the program: one that bundles it has no file of ours. */
export function readPackageFacts(): PackageFacts {
  return packageFacts;
}
