import type { ResourceDraft } from "./complete-resource.ts";
import type { Endpoint, ResourceClass, ResourceSubclass } from "./resource.ts";

/** A backup connector of a control plane, as far as an inventory can fill in its config. */
export interface Connector {
  /** The class and subclass of the resources that it is attached to. */
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
  /** Chosen for every resource of its class and subclass, without anybody's choice. */
  readonly isAutomatic: boolean;
  /** The types of the endpoints that its location is made of. */
  readonly reachedBy: readonly Endpoint["type"][];
  /**
   * The keys of its config that an endpoint's attributes fill: free text, or the words that its schema takes, each with how clouds
   * write it. Never a key that holds a credential.
   */
  readonly keys: Readonly<Record<string, "text" | Words>>;
  /** Where its config is described. */
  readonly source: string;
}

/** A word of a connector's schema, and what is to become that word; compared in lower case. */
type Words = Readonly<Record<string, RegExp>>;

const addresses = ["host", "inet4", "inet6"] as const;

/**
 * The connectors of Plakar Control Plane that can take something that is listed here. Their schemas refuse every key that they do not
 * know (`additionalProperties: false`), so this table decides which attributes an endpoint has. What it does not hold belongs in
 * `details.attributes`. A control plane makes the location of a connector's name and an endpoint, and its fields of the attributes.
 */
export const connectors = {
  s3: {
    class: "object-storage",
    subclass: "s3",
    isAutomatic: true,
    reachedBy: ["host"],
    keys: {
      root: "text",
      endpoint: "text",
      region: "text",
      port: "text",
      use_tls: { true: /^true$/, false: /^false$/ },
      virtual_host: { true: /^true$/, false: /^false$/ },
    },
    source: "PlakarKorp/integrations, s3/importer/schema.json (42737de6)",
  },
  mysql: {
    class: "database",
    subclass: "mysql",
    isAutomatic: true,
    reachedBy: addresses,
    keys: {
      host: "text",
      port: "text",
      database: "text",
      ssl_mode: {
        disabled: /^disabled?$/,
        preferred: /^prefer(red)?$/,
        required: /^required?$/,
        verify_ca: /^verify[_-]ca$/,
        // The host's name is checked too, which PostgreSQL calls "full".
        verify_identity: /^verify[_-](identity|full)$/,
      },
    },
    source: "PlakarKorp/integrations, mysql/importer/schema.json (3655e268)",
  },
  postgres: {
    class: "database",
    subclass: "postgresql",
    isAutomatic: true,
    reachedBy: addresses,
    keys: {
      host: "text",
      port: "text",
      database: "text",
      ssl_mode: {
        disable: /^disabled?$/,
        allow: /^allow(ed)?$/,
        prefer: /^prefer(red)?$/,
        require: /^required?$/,
        "verify-ca": /^verify[_-]ca$/,
        "verify-full": /^verify[_-](identity|full)$/,
      },
    },
    source: "PlakarKorp/integrations, postgresql/pgconn/conn.go (a5ba88cf)",
  },
  mongodb: {
    class: "database",
    subclass: "mongodb",
    isAutomatic: true,
    reachedBy: addresses,
    keys: { port: "text", use_tls: { true: /^true$/, false: /^false$/ } },
    source: "PlakarKorp/integrations, mongodb/importer/schema.json (424ac425)",
  },
  redis: {
    class: "database",
    subclass: "redis",
    isAutomatic: true,
    reachedBy: addresses,
    // Its schema was written anew once: these are the keys of both.
    keys: { host: "text", port: "text", tls: { true: /^true$/, false: /^false$/ } },
    source: "PlakarKorp/integrations, redis/importer/schema.json (b0cd0b74 and 9938c83d)",
  },
  "openstack-instance": {
    class: "compute",
    subclass: "",
    isAutomatic: false,
    reachedBy: ["identifier"],
    // `openstack_auth_url` is the user's: Plakar's own app for OVHcloud does not have it.
    keys: { openstack_region: "text" },
    source: "PlakarKorp/integrations, openstack/instance/importer/schema.json (fdfed692)",
  },
  "openstack-block": {
    class: "block-storage",
    subclass: "",
    isAutomatic: true,
    reachedBy: ["identifier"],
    keys: { openstack_region: "text" },
    source: "PlakarKorp/integrations, openstack/block/importer/schema.json (5e85f776)",
  },
  "scaleway-instance": {
    class: "compute",
    subclass: "",
    isAutomatic: false,
    reachedBy: ["identifier"],
    keys: { project_id: "text", zone: "text" },
    source: "PlakarKorp/plakar.io, control-plane/apps/compute/scaleway.md; its schema is not public",
  },
  "scaleway-block": {
    class: "block-storage",
    subclass: "",
    isAutomatic: true,
    reachedBy: ["identifier"],
    keys: { project_id: "text", zone: "text" },
    source: "PlakarKorp/plakar.io, control-plane/apps/block-storage/scaleway.md; its schema is not public",
  },
  "scaleway-secret": {
    class: "security",
    subclass: "secret-manager",
    isAutomatic: false,
    reachedBy: ["identifier"],
    keys: { project_id: "text", region: "text" },
    source: "PlakarKorp/plakar.io, control-plane/apps/secrets/scaleway.md; its schema is not public",
  },
  sftp: {
    // It is declared for service/sftp, and chosen by hand for machines.
    class: "compute",
    subclass: "",
    isAutomatic: false,
    reachedBy: addresses,
    // User, key and folder are known to nobody but the user.
    keys: {},
    source: "PlakarKorp/integrations, sftp/importer/schema.json (8dda3508)",
  },
  ftp: {
    // It is declared for the class compute, and chosen by hand for web hosting.
    class: "service",
    subclass: "ftp",
    isAutomatic: false,
    reachedBy: addresses,
    // User and password are known to nobody but the user.
    keys: {},
    source: "PlakarKorp/integrations, ftp/importer/schema.json (e33edbb6)",
  },
  nfs: {
    // Declared for no class that there is here: it is chosen by hand. It speaks version 3 of NFS.
    class: "file-storage",
    subclass: "",
    isAutomatic: false,
    reachedBy: ["host"],
    // What is exported is part of the endpoint: `root` is a path within it, and ids of users are the user's to know.
    keys: { root: "text", port: "text" },
    source: "PlakarKorp/integrations, nfs/importer/schema.json and nfs/common/nfs.go (656b9f84)",
  },
  smb: {
    // Declared for no class: it is chosen by hand.
    class: "file-storage",
    subclass: "",
    isAutomatic: false,
    reachedBy: ["host"],
    keys: { root: "text", port: "text" },
    source: "PlakarKorp/integrations, smb/importer/schema.json (9e144a71)",
  },
} as const satisfies Readonly<Record<string, Connector>>;

export type ConnectorId = keyof typeof connectors;

/** Which connectors a kind names, and the class of its resources unless one of them has another. */
interface Taken {
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
  readonly connectors?: readonly ConnectorId[];
}

const table: Readonly<Record<ConnectorId, Connector>> = connectors;

/** The connectors, of those that a kind names, that take a resource of this class and subclass. */
export function connectorsOf(ids: readonly ConnectorId[], of: Pick<Taken, "class" | "subclass">): readonly Connector[] {
  return ids.map((id) => table[id]).filter((connector) => isOf(connector, of));
}

/** Makes the endpoints of a kind's resources say what their connectors take, in their own words, and nothing else. */
export function createFitter(kind: Taken): (draft: ResourceDraft) => ResourceDraft {
  // Nearly all resources of a kind have its own class and subclass, and there are a million of them.
  const own = findTakers(kind, kind);
  const known = new Map<string, Takers>();
  const takersOf = (draft: ResourceDraft): Takers => {
    if (draft.class === undefined && draft.subclass === undefined) return own;
    const of = { class: draft.class ?? kind.class, subclass: draft.subclass ?? kind.subclass };
    const name = `${of.class} ${of.subclass}`;
    const found = known.get(name) ?? findTakers(kind, of);
    known.set(name, found);
    return found;
  };
  return (draft) => {
    const { reaching, isRefused } = takersOf(draft);
    const fitting =
      draft.endpoints === undefined
        ? draft
        : { ...draft, endpoints: draft.endpoints.map((one) => fittedEndpoint(one, reaching[one.type])) };
    return isRefused ? { ...fitting, attributes: { ...draft.attributes, connector: "none" } } : fitting;
  };
}

interface Takers {
  /** The connectors that take a resource, by the type of the endpoint that they reach it by. */
  readonly reaching: Readonly<Record<Endpoint["type"], readonly Connector[]>>;
  /** Whoever is offered a connector by the class alone has to be told that it takes nothing of this kind. */
  readonly isRefused: boolean;
}

function findTakers({ connectors = [] }: Taken, of: Pick<Taken, "class" | "subclass">): Takers {
  const takers = connectorsOf(connectors, of);
  const by = (type: Endpoint["type"]) => takers.filter(({ reachedBy }) => reachedBy.includes(type));
  return {
    reaching: { host: by("host"), inet4: by("inet4"), inet6: by("inet6"), identifier: by("identifier") },
    isRefused: takers.length === 0 && isChosenByClass(of),
  };
}

function isOf(connector: Connector, of: Pick<Taken, "class" | "subclass">): boolean {
  return connector.class === of.class && connector.subclass === of.subclass;
}

function isChosenByClass(of: Pick<Taken, "class" | "subclass">): boolean {
  return Object.values(table).some((connector) => connector.isAutomatic && isOf(connector, of));
}

/** Attributes are set one by one: to make them of entries costs more than all else that an endpoint does. */
function fittedEndpoint(offered: Endpoint, reaching: readonly Connector[]): Endpoint {
  const attributes: Record<string, string> = {};
  for (const key in offered.attributes) {
    const word = commonWord(reaching, key, offered.attributes[key] ?? "");
    if (word !== undefined) attributes[key] = word;
  }
  return { ...offered, attributes };
}

/** The first connector's word, where all have one: whichever is chosen has to take it. */
function commonWord(reaching: readonly Connector[], key: string, value: string): string | undefined {
  let common: string | undefined;
  for (const { keys } of reaching) {
    const word = wordOf(keys[key], value);
    if (word === undefined) return undefined;
    common ??= word;
  }
  return common;
}

/** A value in a connector's own word; undefined where it has no such key, or no such word. */
function wordOf(taken: "text" | Words | undefined, value: string): string | undefined {
  if (taken === undefined || value === "") return undefined;
  if (taken === "text") return value;
  return Object.entries(taken).find(([, spelling]) => spelling.test(value.toLowerCase()))?.[0];
}
