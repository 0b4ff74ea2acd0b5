import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The heading of what has just come onto the page: the focus moves there, so that it is read aloud and Tab goes on from it. */
export function StepHeading({ children, level = "h2" }: { children: ComponentChildren; level?: "h1" | "h2" }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Level = level;
  return (
    <Level ref={heading} tabIndex={-1}>
      {children}
    </Level>
  );
}
