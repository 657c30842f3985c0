/** The import law (ARCHITECTURE.md). A rule here and a sentence there say the same thing. */
const electronOnlyIn = '^src-main/(shell|preload)/|^src-main/hosts/electron'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-runs-anywhere',
      comment: 'src-shared imports itself and pure packages only.',
      severity: 'error',
      from: { path: '^src-shared/' },
      to: { pathNot: '^src-shared/|node_modules/(zod|pinyin-pro|fuse\\.js)/' },
    },
    {
      name: 'no-node-in-shared',
      severity: 'error',
      from: { path: '^src-(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-and-asr-stand-alone',
      comment: 'core and asr know nothing of hosts, shell or each other.',
      severity: 'error',
      from: { path: '^src-main/(core|asr)/' },
      to: { path: '^src-main/(hosts|shell|preload|cli)/|^src-(renderer|central)/' },
    },
    {
      name: 'core-and-asr-apart',
      severity: 'error',
      from: { path: '^src-main/core/' },
      to: { path: '^src-main/asr/' },
    },
    {
      name: 'asr-and-core-apart',
      severity: 'error',
      from: { path: '^src-main/asr/' },
      to: { path: '^src-main/core/' },
    },
    {
      name: 'models-stand-alone',
      comment: 'core, asr and the command line share the models folder; it knows none of them.',
      severity: 'error',
      from: { path: '^src-main/models/' },
      to: { path: '^src-(main|renderer|central)/', pathNot: '^src-main/models/' },
    },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { path: '^src-', pathNot: electronOnlyIn },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'speech-only-in-asr',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/asr/' },
      to: { path: 'node_modules/sherpa-onnx-node/' },
    },
    {
      name: 'database-only-in-store',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/core/store/' },
      to: { path: 'node_modules/better-sqlite3/' },
    },
    {
      name: 'renderer-sees-shared-only',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-(main|central)/' },
    },
    {
      name: 'ui-imports-no-feature',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^src-renderer/(features|app)/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'central-stands-alone',
      severity: 'error',
      from: { path: '^src-central/' },
      to: { path: '^src-(main|renderer)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.css$|\\?' },
  },
}
