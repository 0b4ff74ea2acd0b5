import type { Verbs } from "../verb.ts";
import { completion } from "./completion.ts";
import { coverage } from "./coverage.ts";
import { credentials } from "./credentials.ts";
import { diff } from "./diff.ts";
import { discover } from "./discover.ts";
import { emulator } from "./emulator.ts";
import { exportVerb } from "./export.ts";
import { fleet } from "./fleet.ts";
import { init } from "./init.ts";
import { kinds } from "./kinds.ts";
import { manifest } from "./manifest.ts";
import { preflight } from "./preflight.ts";
import { report } from "./report.ts";
import { rights } from "./rights.ts";
import { schema } from "./schema.ts";
import { validate } from "./validate.ts";
import { wizard } from "./wizard.ts";

/** Every verb, in the order in which a newcomer needs them. */
export const verbs: Verbs = {
  wizard,
  init,
  discover,
  diff,
  coverage,
  report,
  export: exportVerb,
  fleet,
  preflight,
  validate,
  kinds,
  rights,
  credentials,
  schema,
  manifest,
  completion,
  emulator,
};
