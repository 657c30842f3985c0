import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src-main/{core,asr}/process.ts',
    'src-main/shell/main.ts',
    'src-main/preload/preload.ts',
    'src-central/{main,emit-openapi}.ts',
    'src-renderer/app/main.tsx',
    'scripts/*.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    'tests/bench/*.ts',
    'tests/bench/speech/measure-process.ts',
    'models/rehearsal/train/{measure,text/generate-sentences}.ts',
    'tests/support/*-process.ts',
    'tests/renderer/fake-desk/{main,vite.config}.ts',
  ],
  project: ['src-*/**/*.{ts,tsx}', 'scripts/**/*.ts', 'models/**/*.ts', 'tests/**/*.{ts,tsx}'],
  // A schema or type that its own file uses may be exported for its name alone.
  ignoreExportsUsedInFile: true,
  // electron-builder is run by hand (docs/packaging.md), the fuses by scripts/electron-for-tests.sh; sherpa-onnx-node is native
  // code, required by name at run time.
  ignoreDependencies: ['electron-builder', '@electron/fuses', 'sherpa-onnx-node'],
  ignoreBinaries: ['espeak-ng', 'mount', 'umount', 'pactl', 'paplay', 'pulseaudio'],
}
export default config
