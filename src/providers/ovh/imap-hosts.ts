import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";
import { hostEndpoints } from "../../listing/endpoints.ts";

// OVHcloud's guides for mail programs, MX Plan and Zimbra alike (ovh/docs, pages/web_cloud/email_and_collaborative_solutions): "Europe"
// and "America / Asia-Pacific", port 993 with TLS. Its endpoint in the US sells no mail.
const sharedHosts: Readonly<Record<string, string>> = { eu: "imap.mail.ovh.net", ca: "imap.mail.ovh.ca" };

/** Where mailboxes are read by IMAP: the service's own host where it has one, else the one that all share. */
export function imapEndpoints(scope: Scope, own?: string | null): Endpoint[] {
  return hostEndpoints(own || sharedHosts[scope.realm ?? ""]);
}
