const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text as the content of an element or as an attribute's value between quotation marks
 * (https://html.spec.whatwg.org/multipage/syntax.html#syntax-text). No text makes a safe `style`, event handler or address.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
