import type { EmulatedAccount } from "./account.ts";
import type { AccountOptions } from "./emulators.ts";

/** An inventory of a fleet, as a service provider writes it down. */
interface MadeUpInventory {
  readonly customer: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly config: Readonly<Record<string, string>>;
}

/** A service provider's customers, and what happens to one of them between two nights. */
export interface MadeUpFleet {
  /** Of the accounts, in the order of the customers. */
  readonly options: readonly AccountOptions[];
  /** Needs the accounts, which have the credentials. */
  inventories(accounts: readonly EmulatedAccount[]): readonly MadeUpInventory[];
  /** Lets the first night pass: something is added to {@link changing}'s account, and something is gone. */
  passNight(): void;
  /** The customer whose account changes. */
  readonly changing: string;
}

const names = [
  "alder",
  "ash",
  "aspen",
  "beech",
  "birch",
  "cedar",
  "cherry",
  "chestnut",
  "elm",
  "fir",
  "hazel",
  "juniper",
  "larch",
  "linden",
  "maple",
  "oak",
  "pine",
  "poplar",
  "rowan",
  "willow",
] as const;

/** The customers something is said about; all others are ordinary. */
const changing = "alder";
const withExpiringKey = "beech";
const withoutRight = "cedar";
const withTwoCredentials = "elm";
const withRevokedKey = "larch";
const withBadEntry = "pine";

const millisecondsPerDay = 86_400_000;

/** Fifty inventories of twenty customers: most are complete, and of what can be wrong there is one each. */
export function madeUpFleet(nowMs: number): MadeUpFleet {
  // Known by their ids only once the accounts are made.
  const absent = new Set<string>();
  let afterNight: readonly string[] = [];
  const small = { ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1, zones: 1, resources: 1 };
  const own: Partial<Record<string, AccountOptions>> = {
    [changing]: { resources: 3, isThere: (id) => !absent.has(id) },
    // Half a day more, so that it is three days still in the summary.
    [withExpiringKey]: { ovhCredential: { expiration: new Date(nowMs + 3.5 * millisecondsPerDay).toISOString() } },
    [withoutRight]: {
      scalewayRules: [
        {
          permissionSets: ["InstancesReadOnly", "ObjectStorageReadOnly", "SecretManagerReadOnly"],
          scope: "all-projects",
        },
        { permissionSets: ["ProjectReadOnly"], scope: "organization" },
      ],
    },
    [withRevokedKey]: { ovhCredential: { status: "expired" } },
  };
  return {
    changing,
    options: names.map((customer) => ({ ...small, ...own[customer] })),
    inventories(accounts) {
      const changed = accounts[names.indexOf(changing)]?.expectedIds();
      const [gone] = changed?.get("scaleway.instance.server") ?? [];
      const added = changed?.get("scaleway.block.volume")?.slice(-2) ?? [];
      for (const id of added) absent.add(id);
      afterNight = gone === undefined ? [] : [gone];
      return accounts.flatMap((account, index) => inventoriesOf(names[index] ?? "", index, account));
    },
    passNight() {
      absent.clear();
      for (const id of afterNight) absent.add(id);
    },
  };
}

function inventoriesOf(customer: string, index: number, { credentials }: EmulatedAccount): MadeUpInventory[] {
  const { ovhApplication, ovhServiceAccount, ovhAccessToken, scaleway, dataPlatform } = credentials;
  const tags = [`tier=${index % 3 === 0 ? "gold" : "silver"}`];
  const inventory = (name: string, config: MadeUpInventory["config"]) => ({ customer, name, tags, config });
  // Whose key is revoked has one, and whose two credentials are shown does, too.
  const hasKey = index % 3 === 0 || [withRevokedKey, withTwoCredentials].includes(customer);
  const { secret_key: _left, ...withoutSecret } = dataPlatform;
  const third =
    customer === withTwoCredentials
      ? inventory("ovhcloud-second", ovhServiceAccount)
      : inventory("data-platform", customer === withBadEntry ? withoutSecret : dataPlatform);
  return [
    inventory("ovhcloud", hasKey ? ovhApplication : index % 3 === 1 ? ovhServiceAccount : ovhAccessToken),
    inventory("scaleway", scaleway),
    // Every second customer has a third.
    ...(index % 2 === 0 ? [third] : []),
  ];
}
