import type { TFunction } from 'i18next'
import type { SourceRules } from '#shared/domain/policy/policy'
import { formatDuration } from '../times/duration-text'

/** Describes a source's own rules besides its hours in one sentence; empty where it has none (C2). */
export function describeSourceRules(t: TFunction, rules: SourceRules | undefined): string {
  const { tries = {}, gap, secondWindow, askSource, loopBackAnswer, alertsBefore, supervisorAfter } = rules ?? {}
  const list = [
    tries.first !== undefined && t('policy.rules.first', { count: tries.first }),
    tries.second !== undefined && t('policy.rules.second', { count: tries.second }),
    secondWindow !== undefined && t('policy.rules.window', { time: formatDuration(secondWindow) }),
    askSource !== undefined && t(askSource ? 'policy.rules.asked' : 'policy.rules.notAsked'),
    gap !== undefined && t('policy.rules.gap', { time: formatDuration(gap) }),
    alertsBefore !== undefined &&
      t(alertsBefore.length > 0 ? 'policy.rules.alerts' : 'policy.rules.noAlerts', { times: alertsBefore.map(formatDuration).join(', ') }),
    loopBackAnswer !== undefined && t('policy.rules.answer', { time: formatDuration(loopBackAnswer) }),
    supervisorAfter !== undefined &&
      (supervisorAfter === null ? t('policy.rules.never') : t('policy.rules.supervisor', { time: formatDuration(supervisorAfter) })),
  ].filter(Boolean)
  return list.length > 0 ? t('policy.rules.own', { list: list.join(', ') }) : ''
}
