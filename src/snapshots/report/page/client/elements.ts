// Made once: a formatter takes longer to make than a hundred rows.
const { format } = new Intl.NumberFormat("en");

/** The element with this id, which the page has. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** The elements of a kind below another, which has at least one. */
export function partsOf<Name extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  selector: Name | `${Name}[${string}]`,
): readonly HTMLElementTagNameMap[Name][] {
  return [...parent.querySelectorAll<HTMLElementTagNameMap[Name]>(selector)];
}

/** A new element with a text, which is never read as markup, and other elements behind it. */
export function made(name: string, className: string, text: string, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  element.append(...children);
  return element;
}

/** Words that a screen reader says again only where they are others. */
export function tell(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** A count for a reader. */
export function inWords(count: number): string {
  return format(count);
}
