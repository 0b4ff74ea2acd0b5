import { useEffect, useState } from "preact/hooks";
import type { RightsRequest, RightsSheet, WizardError } from "../../api.ts";
import { useWizard } from "../wizard.ts";

/**
 * What has to be granted, asked anew whenever the request changes, or what was entered; nothing is asked where the request is absent.
 *
 * @param hangsOn what else the answer hangs on, in any form.
 */
export function useRights(request: RightsRequest | undefined, hangsOn: string) {
  const { call } = useWizard();
  const [sheet, setSheet] = useState<RightsSheet>();
  const [error, setError] = useState<WizardError>();
  const asked = request === undefined ? undefined : JSON.stringify({ request, hangsOn });
  useEffect(() => {
    let isWanted = true;
    setSheet(undefined);
    if (asked === undefined) return;
    const { request } = JSON.parse(asked) as { readonly request: RightsRequest };
    void call("rights", request).then(({ answer, error }) => {
      if (!isWanted) return;
      setSheet(answer);
      setError(error);
    });
    return () => {
      isWanted = false;
    };
  }, [call, asked]);
  return { sheet, error };
}
