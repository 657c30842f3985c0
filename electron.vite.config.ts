import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => resolve(import.meta.dirname, path)

/** Packages with native code or files beside their code: required where they lie. All others go into the bundle. */
const external = ['better-sqlite3', 'sherpa-onnx-node', 'opusscript', '@electric-sql/pglite']

/** The oldest runtime the shell starts on: Electron 33 (vendor builds on domestic systems). Children run on Node ≥ 22. */
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      outDir: from('out/main'),
      rolldownOptions: {
        external: external.flatMap((name) => [name, new RegExp(`^${name}/`)]),
        input: {
          main: from('src-main/shell/main.ts'),
          core: from('src-main/core/process.ts'),
          asr: from('src-main/asr/process.ts'),
          central: from('src-central/main.ts'),
        },
        // Shared pieces lie beside the entries, so that a path counted from a file's folder holds in all of them.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      outDir: from('out/preload'),
      rolldownOptions: {
        input: { preload: from('src-main/preload/preload.ts') },
        // A sandboxed preload is CommonJS, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src-renderer'),
    plugins: [react()],
    build: {
      target: chromeTarget,
      outDir: from('out/renderer'),
      // Under the strict CSP data: URLs are for images only; worklets and fonts must be files.
      assetsInlineLimit: 0,
      // Read from the disk, never over a network: one file is the fastest.
      chunkSizeWarningLimit: 2_000,
      minify: true,
      rolldownOptions: { input: { index: from('src-renderer/index.html') } },
    },
  },
})
