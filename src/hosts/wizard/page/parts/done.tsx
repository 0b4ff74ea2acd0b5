import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** What a button did that is gone with it: the focus moves here, so that it is read aloud and Tab goes on from it. */
export function Done({ children }: { readonly children: ComponentChildren }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} class="mark pass">
      {children}
    </p>
  );
}
