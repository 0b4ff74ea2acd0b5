// `ovh` 2.0.3 ships no types. Only its pure parts are used: the signature and the endpoint table. It cannot send what we
// need: it hides headers, leaves /auth/* unsigned and asks for the time once per concurrent call (its lib/ovh.es6).
declare module "ovh" {
  interface Signer {
    /** `$1$` and the SHA-1 of secret, consumer key, method, absolute URL, body and timestamp, joined by `+`. */
    signRequest(method: string, url: string, body: string, timestampSeconds: number): string;
  }
  function ovh(options: {
    readonly appKey: string;
    readonly appSecret: string;
    readonly consumerKey: string;
    readonly endpoint: string;
  }): Signer;
  export = ovh;
}

declare module "ovh/lib/endpoints.js" {
  const endpoints: Readonly<Record<string, { readonly host: string } | undefined>>;
  export = endpoints;
}
