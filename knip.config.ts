import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src-main/{core,asr}/process.ts',
    'src-main/cli/seat.ts',
    'src-main/shell/main.ts',
    'src-main/preload/preload.ts',
    'src-central/{main,emit-openapi}.ts',
    'src-renderer/app/main.tsx',
    'scripts/*.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    'tests/bench/*.ts',
  ],
  project: ['src-*/**/*.{ts,tsx}', 'scripts/**/*.ts', 'tests/**/*.{ts,tsx}'],
  // `node` brings Node 24 to npm's scripts; the rest are started as programs.
  ignoreDependencies: ['node', 'electron-builder'],
  ignoreBinaries: ['xvfb-run'],
}
export default config
