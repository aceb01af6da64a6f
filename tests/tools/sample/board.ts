import type { Telling } from './endings'
import type { StaffName } from './founding'
import { DUE_NOW } from './board-due'
import { WAITING } from './board-waiting'
import type { Tale } from './tale'

/** One of the handoffs that are open when the sample ends: when it begins, in ms before the end, and what has happened so far. */
export interface OpenPlot {
  readonly by: StaffName
  readonly before: number
  readonly tell: (tale: Tale, end: number) => Telling
}

export const OPEN_PLOTS: readonly OpenPlot[] = [...DUE_NOW, ...WAITING]
