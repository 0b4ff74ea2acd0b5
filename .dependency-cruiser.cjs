/** The arrows of the house: hosts -> providers -> credentials, preflight, listing, object-storage -> http -> inventory. */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "inventory-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^src/inventory/" },
      to: { path: "^src/(?!inventory/)" },
    },
    {
      name: "http-knows-no-cloud",
      severity: "error",
      from: { path: "^src/http/" },
      to: { path: "^src/(?!(http|inventory)/)" },
    },
    {
      name: "listing-knows-no-cloud",
      severity: "error",
      from: { path: "^src/listing/" },
      to: { path: "^src/(?!(listing|http|inventory)/)" },
    },
    {
      name: "hosts-ask-for-no-dialect",
      severity: "error",
      from: { path: "^src/(hosts|preflight|memory|inventory)/" },
      to: { path: "^src/listing/" },
    },
    {
      name: "config-knows-no-cloud",
      severity: "error",
      from: { path: "^src/config/" },
      to: { path: "^src/(?!(config|inventory)/)" },
    },
    {
      name: "credentials-know-no-cloud",
      severity: "error",
      from: { path: "^src/credentials/" },
      to: { path: "^src/(?!(credentials|http|inventory)/)" },
    },
    {
      name: "preflight-knows-no-cloud",
      severity: "error",
      from: { path: "^src/preflight/" },
      to: { path: "^src/(?!(preflight|credentials|http|inventory)/)" },
    },
    {
      name: "recording-knows-no-cloud",
      severity: "error",
      from: { path: "^src/recording/" },
      to: { path: "^src/(?!(recording|http|inventory)/)" },
    },
    {
      name: "only-the-command-line-records",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(recording|hosts/cli)/" },
      to: { path: "^src/recording/" },
    },
    {
      name: "memory-knows-no-cloud",
      severity: "error",
      from: { path: "^src/memory/" },
      to: { path: "^src/(?!(memory|inventory|preflight)/)" },
    },
    {
      name: "snapshots-know-no-cloud",
      severity: "error",
      from: { path: "^src/snapshots/" },
      to: { path: "^src/(?!(snapshots|inventory)/)" },
    },
    {
      name: "providers-look-inward",
      severity: "error",
      from: { path: "^src/providers/" },
      to: { path: "^src/(hosts|emulator|bin|memory)/|^src/index" },
    },
    {
      name: "no-provider-imports-another",
      severity: "error",
      from: { path: "^src/providers/([^/]+)/" },
      to: { path: "^src/providers/([^/]+)/", pathNot: "^src/providers/$1/" },
    },
    {
      name: "only-the-registry-names-providers",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/providers/(registry\\.ts$|key-checks\\.gen\\.ts$|[^/]+/)" },
      to: { path: "^src/providers/[^/]+/" },
    },
    {
      name: "hosts-import-no-cloud-sdk",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/providers/" },
      to: { path: "node_modules/(@scaleway|ovh)/" },
    },
    {
      name: "object-storage-knows-no-cloud",
      severity: "error",
      from: { path: "^src/object-storage/" },
      to: { path: "^src/(?!(object-storage|http|inventory)/)" },
    },
    {
      name: "s3-is-signed-and-read-in-one-place",
      severity: "error",
      // S3 is a protocol of many clouds, and of an operator's own bucket: how it is spoken is said once.
      from: { path: "^src/", pathNot: "^src/object-storage/" },
      to: { path: "node_modules/(aws4fetch|fast-xml-parser)/" },
    },
    {
      name: "the-wizard-stands-on-the-library",
      severity: "error",
      // What the command line knows of files for secrets and of kinds that may be named is said there once.
      from: { path: "^src/hosts/wizard/" },
      to: { path: "^src/hosts/(?!(module|wizard)/|package-facts\\.ts$|cli/(pin|private-file)\\.ts$)" },
    },
    {
      name: "the-page-knows-the-wire-and-what-runs-in-browsers",
      severity: "error",
      // Beside types: the sentences, what the schemas say of keys, and the families' titles.
      from: { path: "^src/hosts/wizard/page/" },
      to: {
        path: "^src/(?!hosts/wizard/(page/|api\\.ts$)|browser\\.ts$|config/|inventory/|preflight/(event|grant|report)\\.ts$|providers/(choices|config-forms\\.gen)\\.ts$)",
      },
    },
    {
      name: "only-the-command-line-starts-the-wizard",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hosts/(wizard/|cli/(init/|(wizard|init)-command\\.ts$))" },
      to: { path: "^src/hosts/wizard/" },
    },
    {
      name: "emulator-stands-alone",
      severity: "error",
      from: { path: "^src/emulator/" },
      to: { path: "^src/(?!emulator/)" },
    },
    {
      name: "no-second-http-client",
      severity: "error",
      // Behind a proxy the door needs undici itself: Node 20's fetch, which is built on it, knows no proxies.
      from: { pathNot: "^src/http/proxied-fetch\\.ts$" },
      to: { path: "node_modules/(undici|axios|got|node-fetch)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
