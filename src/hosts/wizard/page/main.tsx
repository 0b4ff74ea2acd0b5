import { call } from "./call.ts";
import { takeToken } from "./token.ts";

const main = document.querySelector("main");
const show = (text: string): void => main?.replaceChildren(text);

const token = takeToken();
if (token === undefined) {
  show(
    "This page needs the link of the wizard: it stands in the terminal in which `cloud-inventory wizard` was started.",
  );
} else {
  call(token, "state", {}).then(
    ({ providers, chosen }) => show(chosen?.inventory ?? providers.map(({ title }) => title).join(", ")),
    (thrown: unknown) => show(thrown instanceof Error ? thrown.message : "the wizard does not answer"),
  );
}
