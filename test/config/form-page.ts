// The page that form.test.ts types into: a form that a library makes of a config's schema alone, with the library's own validator or with
// that of draft 2020-12. It is bundled for a browser, and says in two outputs what the form holds and what submitting it came to.
import { createRoot } from "react-dom/client";
import { jsonForm } from "./json-form.ts";
import { rjsfForm } from "./rjsf-form.ts";

interface PagePart extends Element {
  textContent: string;
}
declare const document: { getElementById(id: string): PagePart };
declare const location: { readonly search: string };

const part = (id: string): PagePart => document.getElementById(id);
const schema: object = JSON.parse(part("schema").textContent);

const show = (verdict: string, data: unknown): void => {
  part("verdict").textContent = verdict;
  part("data").textContent = JSON.stringify(data ?? null);
};

const [library, draft] = location.search.slice(1).split("/");
const form = library === "jsonforms" ? jsonForm : rjsfForm;
createRoot(part("form")).render(form(schema, draft === "2020-12", show));
