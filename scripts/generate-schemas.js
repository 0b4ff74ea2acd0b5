// Writes schemas/ from the zod schemas of the build; `npm run schemas` builds first. A test fails where they differ.
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "../dist/inventory/json-schemas.js";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`schemas/${name}`);
}
