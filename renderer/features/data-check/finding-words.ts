import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import { formatDay, formatLongDay, formatTime } from '#shared/domain/core/wording'
import { joinWithAnd } from '../../components'

export type CheckResult = Output<'audit.check'>
export type Finding = CheckResult['findings'][number]

export interface FindingWords {
  readonly title: string
  readonly what: string
  readonly safe: string
  readonly gone?: string
  readonly now: string
  /** Since when, shown in the margin. */
  readonly since?: number
}

/** Formats a count: '100,412'. */
export const formatCount = (count: number): string => count.toLocaleString('en-CA')

/** Formats a code in groups of four for comparing it with paper: 'a1b2 c3d4 e5f6 7a8b'. */
export const formatCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? ''

/** An older file that was written to since is reported as one finding: what is missing says it all. */
export const listReportedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(({ kind }) => kind === 'missing') ? findings.filter(({ kind }) => kind !== 'replaced') : findings

/** Describes what happened, what is safe, and what to do now, for readers who have never heard of a hash chain. */
export function describeFinding(t: TFunction, finding: Finding, now: number, zone: string): FindingWords {
  const at = (instant: number) => `${formatLongDay(instant, zone)}, ${formatTime(instant, zone)}`
  const rest = {
    what: t(`activityLog.found.${finding.kind}.what`),
    safe: t(`activityLog.found.${finding.kind}.safe`),
    now: t(`activityLog.found.${finding.kind}.now`),
  }
  switch (finding.kind) {
    case 'missing': {
      const { count, since, lastSeenAt, by } = finding
      const number = formatCount(count)
      const sameDay = since !== null && formatDay(since, now, zone) === formatDay(lastSeenAt, now, zone)
      const from = since === null ? '' : sameDay ? formatTime(since, zone) : at(since)
      const to = sameDay ? formatTime(lastSeenAt, zone) : at(lastSeenAt)
      const span = from === to ? t('activityLog.found.missing.at', { at: to }) : t('activityLog.found.missing.between', { from, to })
      const names = by.map((one) => t('activityLog.names', { name: one.by ?? t('activityLog.itself'), count: one.count }))
      const who = joinWithAnd(names, t('activityLog.and'))
      const gone = since === null ? 'gone' : names.length === 0 ? 'goneWhen' : 'goneBy'
      return {
        ...rest,
        title: t('activityLog.found.missing.title', { count, number, when: at(lastSeenAt) }),
        gone: t(`activityLog.found.missing.${gone}`, { count, number, span, who }),
        since: since ?? lastSeenAt,
      }
    }
    case 'replaced':
      return {
        ...rest,
        title: t('activityLog.found.replaced.title', { no: formatCount(finding.no), when: at(finding.lastSeenAt) }),
        since: finding.lastSeenAt,
      }
    case 'broken':
      return {
        ...rest,
        title: t('activityLog.found.broken.title', { no: formatCount(finding.no), when: at(finding.at) }),
        since: finding.at,
      }
    case 'gap':
      return { ...rest, title: t('activityLog.found.gap.title', { no: formatCount(finding.no), when: at(finding.at) }), since: finding.at }
    case 'nothing_remembered':
      return { ...rest, title: t('activityLog.found.nothing_remembered.title') }
    case 'pages':
      return { ...rest, title: t('activityLog.found.pages.title') }
  }
}
