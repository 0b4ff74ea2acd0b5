import type { Grant, GrantSheet } from "../../../preflight/grant.ts";
import type { Visit } from "./visit.ts";

const done = "go on";

/** Whether a grant is a link to a page, with what has to be granted filled in. */
export function fillsIn({ format, text }: Grant, page: string): boolean {
  return format === "link" && text.startsWith(page);
}

/** Shows a grant in the form that is most at hand, to be copied, and in others as long as they are asked for. */
export async function showGrants(
  { ask, screen, session }: Visit,
  { grants, notes }: GrantSheet,
  { isPageShown = false }: { readonly isPageShown?: boolean } = {},
): Promise<void> {
  for (const note of notes) screen.line(`note: ${note}`);
  if (grants.length === 0) return;
  const { configForm } = session.definition();
  const { pages = [] } = configForm.credentials.find(({ kind }) => kind === session.chosen?.credential) ?? {};
  const link = grants.find((grant) => pages.some(({ url }) => fillsIn(grant, url)));
  const first = link ?? grants.find(({ format }) => format === "shell");
  if (first !== undefined && !(isPageShown && first === link)) show(first);
  const others = grants.map(({ form, title }) => ({ value: form, label: title }));
  for (;;) {
    const options = [{ value: done, label: "Go on" }, ...others];
    const form = await ask.choose("Show what has to be granted in another form?", options);
    const grant = grants.find((one) => one.form === form);
    if (grant === undefined) return;
    show(grant);
  }

  function show({ title, text }: Grant): void {
    screen.line(`${title}:`);
    screen.copy(text);
  }
}
