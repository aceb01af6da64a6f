/** Scales how many examples a law is tried on: a tenth under `npm run mutate`, because there it is tried thousands of times. */
export const scaleRuns = (count: number): number => (process.env['UNDER_MUTATION'] ? Math.ceil(count / 10) : count)
