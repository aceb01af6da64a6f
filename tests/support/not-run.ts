import type { TestContext } from 'vitest'

/** No test is left out in silence: what this machine cannot do is said, with the reason, in the run's own output. */
export function reportNotRun(context: TestContext, reason: string): never {
  console.log(`not run: ${context.task.name} (${reason})`)
  return context.skip(reason)
}
