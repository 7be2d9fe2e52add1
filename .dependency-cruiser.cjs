/**
 * The direction of the house. `test/house/layers.test.ts` proves that these rules catch what they forbid:
 * it runs them over a small tree in which every one of them is broken once.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports nothing outside itself but zod and what hashes, signs and encodes. Its tests may also use the test tools.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^domain/',
          '(^|/)node_modules/zod/',
          '(^|/)node_modules/@(noble/(hashes|curves)|scure/base)/',
          '^zod($|/)',
          '^@(noble/(hashes|curves)|scure/base)($|/)',
        ],
      },
    },
    {
      name: 'domain-tests-stay-inside',
      comment: 'A test of the domain knows no other layer.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: '^(texts|src-renderer|src-office|src-main|sync-server|devices)/' },
    },
    {
      name: 'texts-are-for-both-sides',
      comment: 'What people read is made for the apps and for mail alike: texts/ knows domain/, no side and no screen.',
      severity: 'error',
      from: { path: '^texts/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^(src-renderer|src-office|src-main|sync-server|devices)/', '(^|/)node_modules/(react|@mantine)'] },
    },
    {
      name: 'sides-never-meet',
      comment: 'The apps, the desktop shell, the devices and the server meet at schemas in domain/, never at each other.',
      severity: 'error',
      from: { path: '^(src-renderer|sync-server|devices)/' },
      to: { path: '^(src-renderer|src-office|src-main|sync-server|devices)/', pathNot: '^$1/' },
    },
    {
      name: 'shell-runs-the-device-host',
      comment: 'The desktop shell runs the device host in its main process. It never runs a simulator, and meets no other side.',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^(src-renderer|src-office|sync-server|devices)/', pathNot: '^devices/(base|host|nexo)/' },
    },
    {
      name: 'office-shares-the-kit',
      comment: 'The head office shares src-renderer/kit, src-renderer/base and src-renderer/words with the store app, and nothing else.',
      severity: 'error',
      from: { path: '^src-office/' },
      to: { path: '^(src-renderer|src-main|sync-server|devices)/', pathNot: '^src-renderer/(kit|base|words)/' },
    },
    {
      name: 'tasks-are-on-top',
      comment: 'What the tasks of people stand on knows no task, and not the shell around them. Its tests may.',
      severity: 'error',
      from: { path: '^src-renderer/(?!app/|tasks/)[^/]+/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src-renderer/(app|tasks)/' },
    },
    {
      name: 'nobody-imports-test',
      comment: 'Product code never reaches into test/. Unit tests may use the helpers there.',
      severity: 'error',
      from: { pathNot: ['^test/', '\\.test\\.tsx?$', '^(vitest|playwright)\\.config\\.ts$'] },
      to: { path: '^test/' },
    },
    {
      name: 'only-src-main-knows-electron',
      comment: 'Everything else must run in a browser or in plain Node.',
      severity: 'error',
      from: { pathNot: '^src-main/' },
      to: { path: ['^electron($|/)', '(^|/)node_modules/electron/'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-modules',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^electron$', '^@serialport/bindings-cpp$'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^electron$'] },
    exclude: { path: '(^|/)(fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
