import { checkCredential } from "./check-credential.ts";
import { chooseScope } from "./choose-scope.ts";
import { enterKeys } from "./enter-keys.ts";
import { keepConfig } from "./keep-config.ts";
import { signIn } from "./sign-in.ts";
import { tryDiscovery } from "./try-discovery.ts";
import { type Step, type StepName, stepNames, type Visit } from "./visit.ts";

const steps: Readonly<Record<StepName, { readonly title: string; readonly run: Step }>> = {
  "sign-in": { title: "Provider and way to sign in", run: signIn },
  enter: { title: "The key", run: enterKeys },
  check: { title: "Is it enough?", run: checkCredential },
  choose: { title: "What is read", run: chooseScope },
  try: { title: "Try it", run: tryDiscovery },
  keep: { title: "Keep it", run: keepConfig },
};

/** Goes from step to step, until all is done. */
export async function goThroughSteps(visit: Visit): Promise<void> {
  let name: StepName | undefined = "sign-in";
  while (name !== undefined) {
    const { title, run }: (typeof steps)[StepName] = steps[name];
    visit.screen.heading(`${stepNames.indexOf(name) + 1} of ${stepNames.length}: ${title}`);
    name = await run(visit);
  }
}
