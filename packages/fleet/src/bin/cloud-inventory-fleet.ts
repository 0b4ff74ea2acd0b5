#!/usr/bin/env node
/** `cloud-inventory-fleet WORD`: what `cloud-inventory fleet WORD` is, with this package beside it. */
import { main, runAsProcess } from "cloud-inventory-plugin/fleet";
import { fleetEngine } from "../index.ts";

const [, , ...words] = process.argv;
await runAsProcess((terminal) => main(["fleet", ...words], { ...terminal, fleetEngine }));
