import { type CheckId, catalogue, docsOf } from "./catalogue.ts";
import type { Check, CheckResult } from "./report.ts";

/** A check as the report has it. */
export function writtenCheck({ id, status, message, remediation, checkedAt }: CheckResult): Check {
  return {
    id,
    status,
    message: message.text,
    ...(remediation === undefined ? {} : { remediation: remediation.text }),
    values: { ...message.values, ...remediation?.values } as Check["values"],
    templates: {
      message: message.template,
      ...(remediation === undefined ? {} : { remediation: remediation.template }),
    },
    documentation: docsOf(id),
    ...(checkedAt === undefined ? {} : { checkedAt }),
  };
}

/** A check of an earlier report, as it was found. */
export function readCheck({ id, status, message, remediation, values, templates }: Check): CheckResult {
  return {
    id,
    status,
    message: { text: message, template: templates.message, values },
    ...(remediation === undefined || templates.remediation === undefined
      ? {}
      : { remediation: { text: remediation, template: templates.remediation, values } }),
  };
}

/** In the catalogue's order, whoever made them. */
export function inOrder<Entry extends { readonly id: CheckId }>(checks: readonly Entry[]): Entry[] {
  const order = Object.keys(catalogue);
  return checks.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}
