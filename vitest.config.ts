import { defineConfig } from "vitest/config";
import { patienceMs } from "./test/patience.ts";

// What a package is most likely to do otherwise than the build; `npm run package:test` runs all of the protocol's tests on it.
const onPackages = process.env["PACKAGED_TESTS"] === "all" ? "*" : "{init,list,end,stdout,defaults,proxy}";
const measuring = "test/**/*.memory.test.ts";

export default defineConfig({
  test: {
    testTimeout: patienceMs.test,
    hookTimeout: patienceMs.test,
    // More than the processors of a small machine: most tests wait for a child process or for a pause of the door.
    maxWorkers: 3,
    // Files of one worker share their modules, to be loaded once: that is half of the time of those that start no program.
    // So a helper holds nothing that the next file could trip over: its hooks belong to a test or to a function, not to itself.
    isolate: false,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "build",
          include: ["test/**/*.test.ts"],
          exclude: ["test/package/**", measuring],
          globalSetup: "test/bundle-programs.ts",
        },
      },
      // What a process holds in memory, with lists of the size of a large account: alone, after all others.
      {
        extends: true,
        test: {
          name: "memory",
          include: [measuring],
          globalSetup: "test/bundle-programs.ts",
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "packages",
          include: ["test/package/*.test.ts", `test/plakar/${onPackages}.test.ts`],
          globalSetup: "test/package/build-packages.ts",
        },
      },
    ],
  },
});
