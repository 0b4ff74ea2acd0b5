// What a field's name says of it, in both clouds' spellings.

/** `creationDate`, `creation-date` and `creation_date` are one name. */
export const snake = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/-/g, "_")
    .toLowerCase();

/** `volumes` to `volume`, `policies` to `policy`, `addresses` to `address`: for the noun of a list. */
export const singular = (noun) =>
  noun
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/^(vps|dns)$|([^su])s$/, "$1$2");

const secret =
  /passw|passphrase|(^|_)secret(_?(key|access_key|value|data|environment_variables))?$|private_key|(^|_)(api|auth|pairing|license|account)_key$|token|env_vars|environment_variables|credential|_?pem$|public_ca|user_data|kubeconfig|init_settings|(download|export)_ur[il]|epp_code|access_code|security_code|encrypted_value|connection_string|graph_endpoint|monitoring_url/;

/** Fields that may hold a secret: answers have them, examples do not. */
export const isSecretName = (name) => secret.test(snake(name));

const adverse =
  /delet|expir|suspend|terminat|error|fail|revok|cancel|reject|(^|_)locked|lock_(reason|date)|blocked|blocking|migrat|reason|rescue|abuse|deprecat|end_of|^eol|retriev|disabled?_|^disabled|_disabled|read_?only|mismatch|last_scale|obsolete|incident|pending|paused|maintenance|removed|hidden|hack|evict|engaged_up|next_(plan|offer)|transient/;

/** Fields that have a value only where something is amiss, or is about to end. */
export const isAdverseName = (name) => adverse.test(snake(name));
