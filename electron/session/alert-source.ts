import type { Ids } from '../ports'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'

/** C3: says which alerts are due; the timer decides when to look. */
export interface AlertSource {
  /** Finds the soonest instant at which an alert will be due (UTC ms), or null. */
  findNextAlertAt(db: ReadableDb): number | null
  /** Marks every due alert as given; answers one neutral text for each handoff (P6). */
  raiseAlerts(context: { readonly db: WritableDb; readonly now: number; readonly zone: string; readonly ids: Ids }): {
    readonly count: number
    readonly texts: readonly string[]
  }
}
