import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the desk with the fake core into the folder given by `--outDir`; no part of the product. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { target: 'chrome130', assetsInlineLimit: 0 },
})
