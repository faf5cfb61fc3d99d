/** Arrows run one way: docs/architecture.md says why. Types count as much as values, since they are read as much. */
const FEATURE = "^(server|client)/src/features/([^/]+)/";

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-missing-modules",
      comment: "A package of types alone has nothing that can be resolved; a virtual module is made by the build.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^((geojson|topojson-specification)$|virtual:)" },
    },
    {
      name: "no-orphans",
      comment: "A module that nobody imports is dead, or a way in.",
      severity: "error",
      from: { orphan: true, pathNot: "\\.(config|test|spec)\\.|^scripts/|^e2e/|\\.d\\.ts$|vite-env" },
      to: {},
    },
    {
      name: "shared-knows-neither-side",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(client|server|e2e|scripts)/" },
    },
    {
      name: "client-knows-no-server",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|e2e|scripts)/" },
    },
    { name: "server-knows-no-client", severity: "error", from: { path: "^server/" }, to: { path: "^(client|e2e)/" } },
    {
      name: "database-and-access-know-no-features",
      severity: "error",
      from: { path: "^server/src/(database|access)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^server/src/(features|graphql|http|records)/" },
    },
    {
      name: "records-know-no-features",
      severity: "error",
      from: { path: "^server/src/records/", pathNot: "\\.test\\.ts$" },
      to: { path: "^server/src/(features|graphql|http)/" },
    },
    {
      name: "pdf-knows-no-features",
      severity: "error",
      from: { path: "^server/src/pdf/" },
      to: { path: "^server/src/(features|graphql|http|records|access|database)/" },
    },
    {
      name: "services-know-no-graphql",
      severity: "error",
      from: { path: "^server/src/features/", pathNot: "\\.(resolvers|test)\\.ts$" },
      to: { path: "^server/src/(graphql|http|generated)/" },
    },
    {
      name: "features-meet-at-services-lists-and-loaders",
      comment: "Another feature's table and resolvers are its own; types of its rows may be read.",
      severity: "error",
      from: { path: FEATURE, pathNot: "\\.test\\.ts$" },
      to: { path: "^server/src/features/([^/]+)/[^/]+\\.resolvers\\.ts$", pathNot: "^server/src/features/$2/" },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^client/src/ui/" },
      to: { path: "^client/src/(features|app)/" },
    },
    {
      name: "client-features-know-no-app",
      severity: "error",
      from: { path: "^client/src/features/" },
      to: { path: "^client/src/app/" },
    },
    {
      name: "stories-know-no-insides",
      comment: "What stands around Concord in the server's tests may stand around it in a story.",
      severity: "error",
      from: { path: "^e2e/", pathNot: "start-server" },
      to: {
        path: "^(server|client)/src/",
        pathNot: "^server/src/testing/(mail-server|openid-provider|one-time-codes|pdf-text)\\.ts$",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/generated/" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
