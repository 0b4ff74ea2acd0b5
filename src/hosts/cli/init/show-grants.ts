import type { Grant, GrantSheet } from "../../../preflight/grant.ts";
import type { Visit } from "./visit.ts";

const done = "go on";
const less = "less";

/** Whether a grant is a link to a page, with what has to be granted filled in. */
export function fillsIn({ format, text }: Grant, page: string): boolean {
  return format === "link" && text.startsWith(page);
}

interface ShownGrants {
  /** Whether the link is on the screen already. */
  readonly isPageShown?: boolean;
  readonly narrower?: () => Promise<GrantSheet>;
}

/**
 * Shows a grant in the form that is most at hand, to be copied, and in others as long as they are asked for.
 *
 * @param narrower makes the sheet of exactly what the kinds need; absent where there is none, or that is it.
 */
export async function showGrants(
  visit: Visit,
  { grants, notes }: GrantSheet,
  { isPageShown = false, narrower }: ShownGrants = {},
): Promise<void> {
  const { ask, screen, session } = visit;
  for (const note of notes) screen.line(`note: ${note}`);
  if (grants.length === 0) return;
  const { configForm } = session.definition();
  const { pages = [] } = configForm.credentials.find(({ kind }) => kind === session.chosen?.credential) ?? {};
  const link = grants.find((grant) => pages.some(({ url }) => fillsIn(grant, url)));
  const first = link ?? grants.find(({ format }) => format === "shell") ?? grants[0];
  if (first !== undefined && !(isPageShown && first === link)) show(first);
  const narrow = { value: less, label: "Narrow: exactly what these kinds need" };
  const options = [
    { value: done, label: "Go on" },
    ...grants.map(({ form, title }) => ({ value: form, label: title })),
    ...(narrower === undefined ? [] : [narrow]),
  ];
  for (;;) {
    const form = await ask.choose("Show what has to be granted in another form?", options);
    if (form === less && narrower !== undefined) return showGrants(visit, await narrower());
    const grant = grants.find((one) => one.form === form);
    if (grant === undefined) return;
    show(grant);
  }

  function show({ title, text }: Grant): void {
    screen.line(`${title}:`);
    screen.copy(text);
  }
}
