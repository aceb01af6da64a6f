/** How many examples a law is tried on: under `npm run mutate` a tenth, because there it is tried thousands of times. */
export const scaleRuns = (count: number): number => (process.env['UNDER_MUTATION'] ? Math.ceil(count / 10) : count)
