import type { KindSummary } from "../inventory/resource-kind.ts";

type Flag = "byDefault" | "optional" | "required";

/** A kind as the command line lists it. Known without loading the provider, whose SDK is what takes time at start-up. */
export interface KindRow
  extends Pick<KindSummary, "id" | "title" | "family" | "class" | "subclass" | "locality" | "rights">,
    Required<Pick<KindSummary, Flag>> {}
