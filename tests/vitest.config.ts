import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    include: ['tests/{domain,contract,laws,session,storage,usecases,ipc,vault,timer,shell,built,tools,renderer,faults}/**/*.test.ts'],
    // Argon2id at its floor takes 134 ms a time and 64 MiB; set-up calibrates. Long enough at a third of a desk's speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
