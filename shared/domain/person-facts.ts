/** Section 14: ranges, not values. The first five are years; VOCA's set is made from them for reports. */
export const AGE_BANDS = ['0_5', '6_12', '13_17', '18_24', '25_59', '60_plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Section 3: what may be known of a person besides her name and language. An absent field was not asked: unknown stays unknown. */
export interface PersonFacts {
  readonly ageBand?: AgeBand | 'not_known'
  readonly household?: {
    readonly adults: number
    /** How many children of each band below 18. */
    readonly children: Readonly<Partial<Record<'0_5' | '6_12' | '13_17', number>>>
    /** In her words; empty: none. */
    readonly pets: string
  }
  readonly accessNeeds?: string
  readonly culturalNeeds?: string
  /** In her own words, if she offers them; the data owner may hide the field. */
  readonly groups?: string
}
