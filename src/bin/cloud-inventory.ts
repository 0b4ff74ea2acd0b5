#!/usr/bin/env node
import { main } from "../hosts/cli/main.ts";
import { runAsProcess } from "../hosts/cli/process.ts";

await runAsProcess((terminal) => main(process.argv.slice(2), terminal));
