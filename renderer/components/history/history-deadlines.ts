import type { TFunction } from 'i18next'
import type { RiskKind } from '#shared/domain/core/vocabulary'
import type { HistoryLine } from './history-line'

/**
 * Describes a deadline risk that was written, acknowledged, changed or removed. `when` and `was` are dates in words; an empty `when`
 * means removed.
 */
export function describeDeadlineEntry(
  t: TFunction,
  kind: 'risk_added' | 'risk_acknowledged' | 'risk_corrected',
  word: string,
  when: string,
  was: string,
): HistoryLine {
  const risk = t(`word.riskKind.${word as RiskKind}`)
  if (kind !== 'risk_corrected') return { icon: 'flag', text: t(`record.history.${kind}`, { risk, when }) }
  return { icon: 'flag', text: t(when === '' ? 'record.history.risk_removed' : 'record.history.risk_moved', { risk, when, was }) }
}
