import type { Migration } from "./migration.ts";

/** Each night writes every row anew: with room for it on the same page no index is written, and the table does not grow. */
export const roomForANight: Migration = {
  name: "room for the next night's rows",
  sql: "ALTER TABLE cloud_inventory.resources SET (fillfactor = 50);",
};
