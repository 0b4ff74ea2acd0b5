import { toErrorSchema } from "@rjsf/utils";
import { configForms, tidyValues, validateConfig } from "cloud-inventory-plugin/browser";

/**
 * A validator of rjsf that runs what was compiled before, and says it in our sentences. rjsf's own compiles in the browser, which a page with
 * `script-src 'self'` forbids.
 */
export function validatorOf(inventory) {
  const { keys } = configForms[inventory];
  const errorsOf = (formData) =>
    validateConfig(inventory, tidyValues(formData ?? {})).problems.map(({ code, key = "", problem, remediation }) => {
      const message = `${problem}: ${remediation}`;
      return {
        name: code,
        property: key === "" ? "" : `.${key}`,
        message,
        stack: `${keys[key]?.title ?? ""} ${message}`,
      };
    });
  return {
    validateFormData(formData, { properties }) {
      const ofForm = Object.fromEntries(Object.entries(formData ?? {}).filter(([key]) => key in properties));
      const errors = errorsOf(ofForm);
      return { errors, errorSchema: toErrorSchema(errors) };
    },
    rawValidation: (_schema, formData) => ({ errors: errorsOf(formData) }),
    // Asked for branches of a schema; a flat one has none but what the whole config is checked by.
    isValid: () => false,
    reset() {},
  };
}
