import { problemOf } from "../../config/config-problem.ts";
import { foreignKeys } from "../../config/foreign-keys.ts";
import type { KeyChecks } from "../../config/refuse.ts";

/** What no JSON Schema can say of the Data Platform's keys. */
export const keyChecks: KeyChecks = (values) => {
  const { api_key, secret_key } = values;
  const isSame = api_key !== undefined && api_key === secret_key;
  return [
    ...foreignKeys(values, ["api_key", "secret_key"], "the Data Platform"),
    ...(isSame ? [problemOf("pasted-twice", { other: "secret_key" }, "api_key")] : []),
  ];
};
