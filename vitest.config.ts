import { defineConfig } from "vitest/config";
import { patienceMs } from "./test/patience.ts";

// What a package is most likely to do otherwise than the build; `npm run package:test` runs all of the protocol's tests on it.
const onPackages = process.env["PACKAGED_TESTS"] === "all" ? "*" : "{init,list,end,stdout,defaults,proxy}";

export default defineConfig({
  test: {
    testTimeout: patienceMs.test,
    hookTimeout: patienceMs.test,
    // More than the processors of a small machine: most tests wait for a child process or for a pause of the door.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: "build", include: ["test/**/*.test.ts"], exclude: ["test/package/**"] } },
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
