/** Who may import whom; the rule's name says it. */
const electronModules = '^electron(/(main|renderer|common))?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.tsx?$',
          '^renderer/main\\.tsx$',
          '^electron/main/index\\.ts$',
          '^electron/fuzz/main\\.ts$',
          '^electron/main/inbox/process\\.ts$',
          '^electron/main/listeners/process\\.ts$',
          '^electron/main/moving/database-process\\.ts$',
          '^electron/main/store/writer-thread\\.ts$',
          '^electron/preload/[^/]+\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^electron/core/', pathNot: '\\.(test|test-support)\\.ts$' },
      to: {
        pathNot: [
          '^electron/core/',
          '^node_modules/zod/',
          // Local times and the change to summer time: focus-windows.ts, see ADR 8.
          '^node_modules/temporal-polyfill/',
          // Texts are plain data.
          '^resources/locales/',
        ],
      },
    },
    {
      name: 'recipes-know-core-only',
      severity: 'error',
      from: { path: '^electron/recipes/', pathNot: '\\.(test|test-support)\\.ts$' },
      to: { pathNot: ['^electron/recipes/', '^electron/core/'] },
    },
    {
      name: 'preload-knows-core-and-adapters',
      severity: 'error',
      from: { path: '^electron/preload/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^electron/main/', '^renderer/', '^node:'] },
    },
    {
      name: 'preload-has-renderer-electron-only',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^electron/main$' },
    },
    {
      name: 'main-knows-no-renderer-nor-preload',
      severity: 'error',
      from: { path: '^electron/main/', pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          '^renderer/',
          '^electron/preload/',
          '^electron/recipes/(adapters|credential-takers|[^/]+/(adapter|probe|credentials))',
        ],
      },
    },
    {
      name: 'only-their-process-knows-listeners',
      severity: 'error',
      from: { path: '^electron/main/', pathNot: '(\\.test\\.ts|^electron/main/listeners/process\\.ts)$' },
      to: { path: '^electron/recipes/(listeners|[^/]+/listener)' },
    },
    {
      name: 'renderer-knows-core',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^electron/(main|preload)/', '^node:', electronModules] },
    },
    {
      name: 'no-effect-imports-another',
      severity: 'error',
      // A folder of effects is one effect.
      from: { path: '^electron/main/effects/([^/]+)', pathNot: '\\.(test|test-support)\\.ts$' },
      to: { path: '^electron/main/effects/', pathNot: '^electron/main/effects/$1/' },
    },
    {
      name: 'nothing-knows-its-fuzzing',
      severity: 'error',
      from: { pathNot: '^electron/fuzz/' },
      to: { path: '^electron/fuzz/' },
    },
    { name: 'no-bare-electron', severity: 'error', from: {}, to: { path: '^electron$' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    builtInModules: { add: ['electron', 'electron/main', 'electron/renderer', 'electron/common'] },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
