// One entry a rule of src/http/rate-controller.ts: { file, find, replace, rule, tests }.
export const rateController = [];
