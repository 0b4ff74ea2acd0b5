#!/usr/bin/env node
import "../hosts/plakar/guard-stdout.ts";

// Loaded later than the guard is set: the modules of static imports would all be waited for first.
void import("../hosts/plakar/main.ts").then(({ serve }) => serve("ovh-data-platform"));
