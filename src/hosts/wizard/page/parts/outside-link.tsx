import type { ComponentChildren } from "preact";
import { texts } from "../texts.ts";

/** A link to a page of the provider's: it opens by itself, and does not learn where it was opened from. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children} <span class="quiet">{texts.newWindow}</span>
    </a>
  );
}
