/** What runs in a browser, of which types are no part: nothing of Node, and no package but the one that is small and pure. */
module.exports = {
  forbidden: [
    {
      name: "browser-entry-needs-no-node",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "browser-entry-takes-no-package",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/", pathNot: "node_modules/fastest-levenshtein/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: false,
  },
};
