import type { KindSummary } from "../inventory/resource-kind.ts";

type Told = "id" | "title" | "family" | "class" | "subclass" | "locality" | "below" | "rights";
type Flag = "byDefault" | "optional" | "required";

/** A kind as the command line lists it. Known without loading the provider, whose SDK is what takes time at start-up. */
export interface KindRow
  extends Pick<KindSummary, Told | "connectors" | "personal" | "requests">,
    Required<Pick<KindSummary, Flag>> {}
