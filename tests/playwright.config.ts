import { defineConfig } from '@playwright/test'
import type { HostOptions } from './hosts/fixture'

const electron = process.env['ELECTRON_EXEC'] ? [{ name: 'electron', use: { kind: 'electron' as const } }] : []

/**
 * Every journey can run on both hosts, on Electron wherever `ELECTRON_EXEC` names a runtime. `npm test` runs those with the tag
 * `@both-hosts` on both, and the others on one (`tests/tools/test.ts`).
 */
export default defineConfig<HostOptions>({
  testDir: 'journeys',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // At the desk a journey that fails has failed. On a shared machine it may try once more, and the run says which ones did.
  retries: process.env['CI'] ? 1 : 0,
  // Every patience holds on two cores at a third of a desk's speed; it costs nothing where nothing fails.
  timeout: 600_000,
  // One host's run: two of them, the unit tests and the set-up stay within the 90 minutes after which `.ci/run` is cut off.
  globalTimeout: 2_100_000,
  reporter: [['line']],
  expect: { timeout: 60_000 },
  use: { actionTimeout: 30_000 },
  projects: [{ name: 'browser', use: { kind: 'browser' as const } }, ...electron],
})
