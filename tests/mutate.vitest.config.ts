import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The laws take longest, so they come last: most mutants are found before them. */
class LawsLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const late = (file: TestSpecification) => Number(file.moduleId.includes('/laws/'))
    return Promise.resolve([...files].sort((a, b) => late(a) - late(b) || a.moduleId.localeCompare(b.moduleId)))
  }
}

/** The domain alone, for `npm run mutate`: every mutant runs these, so nothing here opens a file or a vault. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/{domain,contract}/**/*.test.ts', 'tests/laws/domain/**/*.test.ts'],
    setupFiles: ['tests/support/domain/fixed-seed.ts'],
    sequence: { sequencer: LawsLast },
    maxWorkers: 1,
    // They share no state, and a worker for every file would cost more than the tests.
    isolate: false,
    // Stryker runs in a worker thread, whose own clock zone cannot be set.
    env: { UNDER_MUTATION: '1' },
    // As in the other configurations: on a machine at a third of the speed too.
    testTimeout: 120_000,
  },
})
