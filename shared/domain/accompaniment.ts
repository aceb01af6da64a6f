/** A1: from leading to having stepped back. */
export const RUNGS = ['leads', 'shares_the_lead', 'present', 'on_call', 'stepped_back'] as const
export type Rung = (typeof RUNGS)[number]
/** A2. */
export const ACCOMPANIMENT_ENDS = ['she_goes_on', 'ended_early', 'lost_touch'] as const
export type AccompanimentEnd = (typeof ACCOMPANIMENT_ENDS)[number]
