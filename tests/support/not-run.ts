import type { TestContext } from 'vitest'

/** Reports a test that this machine cannot run, with the reason, in the run's own output. No test is skipped silently. */
export function reportNotRun(context: TestContext, reason: string): never {
  console.log(`not run: ${context.task.name} (${reason})`)
  return context.skip(reason)
}
