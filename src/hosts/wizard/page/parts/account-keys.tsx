import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { KeyField } from "./key-field.tsx";

/** What tells which account it is, before any key: where it lives. Nothing where the provider has one place. */
export function AccountKeys({ entering }: { readonly entering: Entering }) {
  const { offer } = useWizard();
  const keys = offer?.form.groups.find(({ id }) => id === "account")?.keys ?? [];
  if (offer === undefined || keys.length === 0) return null;
  return (
    <fieldset key={offer.inventory}>
      <legend>{texts.provider.account}</legend>
      {keys.map((key) => (
        <KeyField key={key} name={key} entering={entering} />
      ))}
    </fieldset>
  );
}
