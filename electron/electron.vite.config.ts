import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// Targets are those of the test runtime (Electron 33); the shipped one is newer.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      // Only the two native modules in `dependencies` stay outside.
      externalizeDeps: true,
      rolldownOptions: { input: { index: at('electron/main.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file.
      rolldownOptions: { input: { preload: at('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      // A third of the text to read at each start; nothing of it is looked at by anybody.
      minify: true,
      outDir: at('out/renderer'),
      // The CSP has no data: for fonts, and no inline script for the polyfill.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
