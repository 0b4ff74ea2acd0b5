import { ofReaders } from "./0003-readers.ts";
import type { Migration } from "./migration.ts";

/** Two customers may have inventories of one account, and it has one memory: what links them tells customers apart. */
export const memoryInventories: Migration = {
  name: "which inventories a memory is of",
  sql: `
CREATE TABLE cloud_inventory.memory_inventories (
  digest text NOT NULL REFERENCES cloud_inventory.memories ON DELETE CASCADE,
  customer text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (digest, customer, name)
);
CREATE INDEX memory_inventories_inventory ON cloud_inventory.memory_inventories (customer, name);
INSERT INTO cloud_inventory.memory_inventories
SELECT DISTINCT digest, customer, name FROM cloud_inventory.memories JOIN cloud_inventory.runs USING (inventory, account);
ALTER TABLE cloud_inventory.memory_inventories ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_customer ON cloud_inventory.memory_inventories USING (${ofReaders});
`,
};
