import { useCallback, useEffect, useState } from "preact/hooks";
import type { Estimate } from "../../../../inventory/estimate.ts";
import type { WizardError } from "../../api.ts";
import { useWizard } from "../wizard.ts";

export interface KnownCost {
  readonly estimate: Estimate | undefined;
  readonly error: WizardError | undefined;
  readonly isReckoning: boolean;
  readonly reckon: () => void;
}

/** What the config as it is entered will take: worked out at first, and whenever that is asked for, since the provider is asked. */
export function useCost(): KnownCost {
  const { call } = useWizard();
  const [known, setKnown] = useState<Pick<KnownCost, "estimate" | "error">>({ estimate: undefined, error: undefined });
  const [isReckoning, setReckoning] = useState(false);
  const reckon = useCallback((): void => {
    setReckoning(true);
    void call("estimate", {}).then(({ answer, error }) => {
      setKnown({ estimate: answer, error });
      setReckoning(false);
    });
  }, [call]);
  useEffect(reckon, [reckon]);
  return { ...known, isReckoning, reckon };
}
