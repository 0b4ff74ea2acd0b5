import type { Grant } from "../../../../preflight/grant.ts";
import type { RightsSheet } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import { CopyText } from "./copy-text.tsx";
import { OutsideLink } from "./outside-link.tsx";

/** The forms of a grant that a kind of credential has; those that are not listed have all. */
const formsOf: Readonly<Record<string, readonly string[]>> = {
  "ovh-application": ["link", "rules", "body"],
  "ovh-service-account": ["policy"],
  "ovh-access-token": ["policy"],
};

interface GrantsProps {
  readonly sheet: RightsSheet;
  /** The kind of credential; all forms where it is open. */
  readonly credential: string | undefined;
  readonly linkText: string;
}

/** What has to be granted: a link where there is a page that is filled in, and texts to copy. */
export function Grants({ sheet, credential, linkText }: GrantsProps) {
  const forms = credential === undefined ? undefined : formsOf[credential];
  const grants = sheet.grants.filter(({ form }) => forms?.includes(form) ?? true);
  const links = grants.filter(({ format }) => format === "link");
  const others = grants.filter(({ format }) => format !== "link");
  return (
    <>
      {links.map(({ form, text, title }) => (
        <p key={form}>
          <OutsideLink href={text}>{linkText}</OutsideLink>
          <br />
          <span class="quiet">{asSentence(title)}</span>
        </p>
      ))}
      {sheet.notes.map((note) => (
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
      <CopyText text={grant.text} label={`${texts.provider.rights}: ${grant.title}`} />
    </details>
  );
}
