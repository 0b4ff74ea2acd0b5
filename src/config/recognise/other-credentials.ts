import type { Pair } from "./pairs.ts";

/** What people paste by mistake, by the names that its own tools give it. */
const others = [
  { name: /^os_(auth_url|username|password|application_credential_\w+)$/i, means: "the login of an OpenStack user" },
  { name: /^aws_(access_key_id|secret_access_key|session_token)$/i, means: "keys of AWS, or S3 keys of another cloud" },
  { name: /^(azure|arm)_(client_id|client_secret|tenant_id)$/i, means: "a login of Azure" },
  { name: /^(hcloud_token|digitalocean_(access_)?token)$/i, means: "a token of another cloud" },
  { name: /^(private_key_id|google_application_credentials|google_credentials)$/i, means: "a key of Google Cloud" },
] as const;

/** What a text holds in place of the keys that are asked for, as the end of a sentence; undefined where nothing tells. */
export function otherCredentials(pairs: readonly Pair[], text: string): string | undefined {
  const known = others.find(({ name: form }) => pairs.some(({ name }) => form.test(name)));
  if (known !== undefined) return known.means;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return "a private key, as SSH and TLS have them";
  return undefined;
}
