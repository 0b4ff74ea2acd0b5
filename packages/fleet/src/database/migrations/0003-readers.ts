import type { Migration } from "./migration.ts";

const ofCustomers = [
  "runs",
  "account_leases",
  "inventories",
  "scopes",
  "resources",
  "resource_changes",
  "credential_ends",
];

/** Of a row of `readers`: whether it counts for who asks. A role that is there no more is nobody's. */
const isMine = "pg_has_role(current_user, to_regrole(quote_ident(role))::oid, 'MEMBER')";

/** Of a row of a table with customers: whether who asks sees it. */
export const ofReaders = `customer IN (
  SELECT CASE customer WHEN '*' THEN current_setting('cloud_inventory.customer', true) ELSE customer END
  FROM cloud_inventory.readers WHERE ${isMine}
)`;

/** Who is in nobody's row of `readers` sees nothing; before, such a role saw whichever customer it named. */
export const readers: Migration = {
  name: "readers see what is said of them and of the roles that they are members of, and nothing else",
  sql: `
COMMENT ON TABLE cloud_inventory.readers IS
  'Which customers a role and its members see; * is the customer that the setting cloud_inventory.customer names';
ALTER POLICY of_role ON cloud_inventory.readers USING (${isMine});
${ofCustomers.map((table) => `ALTER POLICY of_customer ON cloud_inventory.${table} USING (${ofReaders});`).join("\n")}
`,
};
