import type { TFunction } from 'i18next'
import type { RiskKind } from '#shared/domain/vocabulary'
import type { Told } from './history-words'

/** A date outside our control: written down, taken note of, changed or taken out. `when` and `was` are said already; null: it is gone. */
export function toldDate(
  t: TFunction,
  kind: 'risk_added' | 'risk_acknowledged' | 'risk_corrected',
  { risk: word, when, was, gone }: { readonly risk: string; readonly when: string; readonly was: string; readonly gone: boolean },
): Told {
  const risk = t(`word.riskKind.${word as RiskKind}`)
  if (kind !== 'risk_corrected') return { icon: 'flag', text: t(`record.history.${kind}`, { risk, when }) }
  return { icon: 'flag', text: t(gone ? 'record.history.risk_removed' : 'record.history.risk_moved', { risk, when, was }) }
}
