import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Estimate } from "../../../../inventory/estimate.ts";
import type { WizardError } from "../../api.ts";
import { useWizard } from "../wizard.ts";

export interface KnownCost {
  readonly estimate: Estimate | undefined;
  readonly error: WizardError | undefined;
  readonly isReckoning: boolean;
  /** Whether something else was entered since. */
  readonly isOutdated: boolean;
  readonly reckon: () => void;
}

/** What the config as it is entered will take: worked out at first, and whenever that is asked for, since the provider is asked. */
export function useCost(): KnownCost {
  const { call, state } = useWizard();
  const entered = JSON.stringify(state.entered);
  const latest = useRef(entered);
  latest.current = entered;
  const [known, setKnown] = useState<Pick<KnownCost, "estimate" | "error"> & { readonly of: string }>({
    estimate: undefined,
    error: undefined,
    of: entered,
  });
  const [isReckoning, setReckoning] = useState(false);
  const reckon = useCallback((): void => {
    setReckoning(true);
    const of = latest.current;
    void call("estimate", {}).then(({ answer, error }) => {
      setKnown({ estimate: answer, error, of });
      setReckoning(false);
    });
  }, [call]);
  useEffect(reckon, [reckon]);
  const { estimate, error, of } = known;
  return { estimate, error, isReckoning, isOutdated: of !== entered, reckon };
}
