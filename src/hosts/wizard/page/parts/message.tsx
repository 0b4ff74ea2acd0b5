import { StepHeading } from "./step-heading.tsx";

/** A page with nothing but one message. */
export function Message({ heading, text, more }: { heading: string; text: string; more?: string }) {
  return (
    <main>
      <StepHeading level="h1">{heading}</StepHeading>
      <p>{text}</p>
      {more === undefined ? null : <p class="quiet">{more}</p>}
    </main>
  );
}
