import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Grant } from "../../../../preflight/grant.ts";
import type { RightsRequest } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { CopyText } from "./copy-text.tsx";
import { ErrorBox } from "./error-box.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { useRights } from "./use-rights.ts";

const said = texts.grants;

/** Whether the provider has a page that makes the credential with the rights of its address. */
export function isMadeByLink(credential: string): boolean {
  return credential === "ovh-application";
}

interface GrantsProps {
  readonly request: RightsRequest;
  /** What else the rights hang on, in any form. */
  readonly hangsOn: string;
  readonly linkText: string;
  /** What follows once the keys were made on the linked page. */
  readonly afterLink?: ComponentChildren;
}

/** What has to be granted: a link where there is a page that is filled in, and texts to copy. */
export function Grants({ request, hangsOn, linkText, afterLink }: GrantsProps) {
  const [narrow, setNarrow] = useState(true);
  const { sheet, error } = useRights({ ...request, narrow }, hangsOn);
  const grants = sheet?.grants ?? [];
  const links = grants.filter(({ format }) => format === "link");
  const others = grants.filter(({ format }) => format !== "link");
  return (
    <>
      {sheet !== undefined && grants.length === 0 ? null : (
        <label class="choice">
          <input type="checkbox" checked={narrow} onChange={({ currentTarget }) => setNarrow(currentTarget.checked)} />{" "}
          {said.narrow}
        </label>
      )}
      <ErrorBox error={error} />
      {links.map(({ form, text, title }) => (
        <div key={form}>
          <OutsideLink href={text}>{linkText}</OutsideLink>
          <p class="quiet">{asSentence(title)}</p>
          <p>{said.shownOnce}</p>
          {afterLink}
        </div>
      ))}
      {sheet?.notes.map((note) => (
        <p key={note} class="quiet">
          {asSentence(note)}
        </p>
      ))}
      {others.map((grant, index) => (
        <GrantText key={grant.form} grant={grant} isOpen={links.length === 0 && index === 0} />
      ))}
    </>
  );
}

function GrantText({ grant, isOpen }: { readonly grant: Grant; readonly isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{grant.title}</summary>
      <CopyText text={grant.text} label={`${said.heading}: ${grant.title}`} />
    </details>
  );
}
