import type { IconName } from '../../ui/Icon'

/** One line of a record's history, in the parts that a screen shows in different ways. */
export interface HistoryLine {
  readonly icon?: IconName
  /** Own words, shown in italics. */
  readonly said?: string
  readonly text?: string
  readonly strong?: string
  readonly second?: string
}
