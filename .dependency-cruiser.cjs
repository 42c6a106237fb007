/**
 * Who may import whom (docs/architecture.md has the table). Specs are held to the general rules only: a spec may start
 * what its subject must not know. `comment` is the reason that is printed beside a fault.
 */
const spec = '\\.spec\\.ts$';
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const rooms = '^(libs|activities|workflows|services|bench|test)/';

/** The code of one room, without its specs. */
const from = (path) => ({ path, pathNot: spec });

/** A room imports itself and the rooms named, nothing else of ours. */
const mayImport = (name, room, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: from(`^${room}/`),
  to: { path: rooms, pathNot: [room, ...allowed].map((folder) => `^${folder}/`) },
});

/** A room takes these packages, nothing else from npm. */
const packagesOf = (name, room, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: from(`^${room}/`),
  to: { dependencyTypes: npm, pathNot: allowed.map((pkg) => `node_modules/(@types/)?${pkg}/`) },
});

const [domain, contracts, persistence, platform, engine] = [
  'domain',
  'contracts',
  'persistence',
  'platform',
  'engine',
].map((lib) => `libs/${lib}`);
const outside = [domain, contracts, persistence, platform, engine];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // libs/domain
    mayImport(
      'domain-alone',
      domain,
      [],
      'Rules run in the sandbox, the API, the browser and tests: they need nothing.',
    ),
    packagesOf('domain-no-packages', domain, [], 'A package in the rules is a package in every browser and bundle.'),
    {
      name: 'domain-no-node',
      comment: 'Node modules are not there in the workflow sandbox nor in the browser; pass functions in.',
      severity: 'error',
      from: from(`^${domain}/`),
      to: { dependencyTypes: ['core'] },
    },
    // libs/contracts
    mayImport('contracts-over-domain', contracts, [domain], 'A message is words of the domain, whoever sends it.'),
    packagesOf(
      'contracts-packages',
      contracts,
      ['@temporalio/workflow', '@temporalio/common'],
      'Messages are read in the sandbox: only what the sandbox has.',
    ),
    {
      name: 'contracts-no-node',
      comment: 'Messages are read in the sandbox, which has no Node modules.',
      severity: 'error',
      from: from(`^${contracts}/`),
      to: { dependencyTypes: ['core'] },
    },
    // workflows
    mayImport(
      'workflows-over-contracts',
      'workflows',
      [domain, contracts, 'activities'],
      'A workflow that reaches a database or the network cannot be replayed.',
    ),
    {
      name: 'workflows-activities-as-types',
      comment: 'A workflow knows the signatures of activities; their code would pull the database into the bundle.',
      severity: 'error',
      from: from('^workflows/'),
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    packagesOf(
      'workflows-packages',
      'workflows',
      ['@temporalio/workflow', '@temporalio/common'],
      'Everything else is either not deterministic or not in the sandbox.',
    ),
    {
      name: 'workflows-no-node',
      comment: 'Node modules are not there in the sandbox, and what they answer cannot be replayed.',
      severity: 'error',
      from: from('^workflows/'),
      to: { dependencyTypes: ['core'] },
    },
    // libs/persistence
    mayImport(
      'persistence-over-domain',
      persistence,
      [domain],
      'Tables hold the words; they know no message and no edge.',
    ),
    packagesOf(
      'persistence-packages',
      persistence,
      ['typeorm', 'mysql2', 'canonicalize', 'chinese-days'],
      'What the tables need and no more, so that the database is the only thing behind this lib.',
    ),
    {
      name: 'persistence-node-crypto-only',
      comment: 'Digests are made here; files and sockets are the business of libs/platform.',
      severity: 'error',
      from: from(`^${persistence}/`),
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'entities-over-domain',
      comment: 'An entity is a word of the domain with columns; queries and logs stand above it.',
      severity: 'error',
      from: from(`^${persistence}/src/tables/`),
      to: { path: rooms, pathNot: [`^${domain}/`, `^${persistence}/src/tables/`] },
    },
    {
      name: 'verify-by-index-only',
      comment: 'A verifier that the code it checks leans on would find what that code does to be right.',
      severity: 'error',
      from: { path: `^${persistence}/src/(?!verify/|index\\.ts$)`, pathNot: spec },
      to: { path: `^${persistence}/src/verify/` },
    },
    // libs/platform
    mayImport('platform-alone', platform, [], 'Settings, clock, log and connections serve every part and know none.'),
    {
      name: 'platform-no-database',
      comment: 'The database has a lib of its own; two doors to it would be two places that write.',
      severity: 'error',
      from: from(`^${platform}/`),
      to: { path: 'node_modules/(typeorm|mysql2)/' },
    },
    // libs/engine
    mayImport(
      'engine-over-libs',
      engine,
      [domain, contracts, persistence],
      'What runs and what should is one question to two stores; it serves every part and knows none.',
    ),
    packagesOf('engine-packages', engine, ['@temporalio/client', 'typeorm'], 'It asks the engine and the tables.'),
    // activities
    mayImport('activities-over-libs', 'activities', outside, 'Activities are called by name; they know no caller.'),
    // services
    ...['api', 'cli', 'starter'].map((service) =>
      mayImport(
        `${service}-over-libs`,
        `services/${service}`,
        outside,
        'A program at the edge asks the engine by message; it runs neither activities nor workflows.',
      ),
    ),
    mayImport(
      'worker-starts-only',
      'services/worker',
      [contracts, persistence, platform, engine, 'activities'],
      'The worker registers activities and names the workflows by path; it owns no logic, so it needs no rules.',
    ),
    mayImport(
      'console-over-domain',
      'services/console',
      [domain],
      'The browser previews by the same rules, else by HTTP.',
    ),
    mayImport(
      'rehearsal-as-client',
      'services/rehearsal',
      [domain, 'services/console/src/api'],
      'The actors are a client like any other: what they can do, a user can do.',
    ),
    {
      name: 'rehearsal-types-of-console',
      comment: 'Of the console the rehearsal takes the generated types of the API, no code.',
      severity: 'error',
      from: from('^services/rehearsal/'),
      to: { path: '^services/console/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-folders-apart',
      comment: 'A resource folder can be read, moved and deleted alone; what several need is edge/, process/ or a lib.',
      severity: 'error',
      from: { path: '^services/api/src/([^/]+)/', pathNot: spec },
      to: { path: '^services/api/src/[^/]+/', pathNot: ['^services/api/src/$1/', '^services/api/src/(edge|process)/'] },
    },
    // everywhere
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or miss a third. A page that is fetched late closes no ring.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'no-index-from-inside',
      comment: 'The index.ts is the door for those outside; used from inside it makes cycles.',
      severity: 'error',
      from: { path: '^(.+)/[^/]+\\.ts$', pathNot: spec },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'no-room-index-from-inside',
      comment: 'A folder inside a room does not go out and in again by the door of the room.',
      severity: 'error',
      from: { path: '^((?:libs/[^/]+|activities|workflows)/src)/', pathNot: spec },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'no-relative-across-rooms',
      comment: 'Between rooms go by the alias: the path says what is meant, and moving a file breaks nothing.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|activities|workflows|services/[^/]+)/', pathNot: spec },
      to: {
        path: '^(libs|activities|workflows|services)/',
        pathNot: ['^$1/', '^services/console/src/api/schema\\.d\\.ts$'],
        dependencyTypesNot: ['aliased-tsconfig'],
      },
    },
    {
      name: 'no-test-in-code',
      comment: 'What runs in earnest must not need what exists for testing or measuring.',
      severity: 'error',
      from: { path: '^(libs|activities|workflows|services)/', pathNot: spec },
      to: { path: '^(test|bench)/|\\.spec\\.ts$' },
    },
    {
      name: 'no-dev-packages-in-code',
      comment: 'The image installs production packages only; of the console it carries what was built.',
      severity: 'error',
      from: { path: '^(libs|activities|workflows|services)/', pathNot: [spec, '^services/console/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that package.json does not name is there by chance.',
      severity: 'error',
      from: { path: rooms },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: { path: rooms },
      to: { couldNotResolve: true },
    },
    {
      name: 'setup-for-starter',
      comment:
        'The starter goes on where the set-up stops, with its words and faults; no other part is told how it came up.',
      severity: 'error',
      from: { path: rooms, pathNot: [spec, '^services/starter/'] },
      to: { path: '^scripts/' },
    },
    {
      name: 'scripts-on-bare-node',
      comment: 'Scripts run before anything is installed: packages only by a late import, after the set-up.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '(^|/)node_modules/', dependencyTypes: ['import', 'export'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
