import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import { dayOf, longDay, shortTime } from '#shared/domain/wording'
import { listed } from '../../ui'

export type Verdict = Output<'audit.check'>
export type Finding = Verdict['findings'][number]

export interface FindingWords {
  readonly title: string
  readonly what: string
  readonly safe: string
  readonly gone?: string
  readonly now: string
  /** Since when: the margin's. */
  readonly since?: number
}

/** A count as it is read: '100,412'. */
export const inFigures = (count: number): string => count.toLocaleString('en-CA')

/** 'a1b2 c3d4 e5f6 7a8b': to be compared with paper, four by four. */
export const codeWords = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? ''

/** An older file that was written on since is one finding for her: what is missing says it all. */
export const toTell = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(({ kind }) => kind === 'missing') ? findings.filter(({ kind }) => kind !== 'replaced') : findings

/** What happened, what is safe, what now; in words for whoever has never heard of a chain of codes. */
export function findingWords(t: TFunction, finding: Finding, now: number, zone: string): FindingWords {
  const at = (instant: number) => `${longDay(instant, zone)}, ${shortTime(instant, zone)}`
  const rest = {
    what: t(`book.found.${finding.kind}.what`),
    safe: t(`book.found.${finding.kind}.safe`),
    now: t(`book.found.${finding.kind}.now`),
  }
  switch (finding.kind) {
    case 'missing': {
      const { count, since, lastSeenAt, by } = finding
      const number = inFigures(count)
      const sameDay = since !== null && dayOf(since, now, zone) === dayOf(lastSeenAt, now, zone)
      const from = since === null ? '' : sameDay ? shortTime(since, zone) : at(since)
      const to = sameDay ? shortTime(lastSeenAt, zone) : at(lastSeenAt)
      const span = from === to ? t('book.found.missing.at', { at: to }) : t('book.found.missing.between', { from, to })
      const names = by.map((one) => t('book.names', { name: one.by ?? t('book.itself'), count: one.count }))
      const who = listed(names, t('book.and'))
      const gone = since === null ? 'gone' : names.length === 0 ? 'goneWhen' : 'goneBy'
      return {
        ...rest,
        title: t('book.found.missing.title', { count, number, when: at(lastSeenAt) }),
        gone: t(`book.found.missing.${gone}`, { count, number, span, who }),
        since: since ?? lastSeenAt,
      }
    }
    case 'replaced':
      return {
        ...rest,
        title: t('book.found.replaced.title', { no: inFigures(finding.no), when: at(finding.lastSeenAt) }),
        since: finding.lastSeenAt,
      }
    case 'broken':
      return { ...rest, title: t('book.found.broken.title', { no: inFigures(finding.no), when: at(finding.at) }), since: finding.at }
    case 'gap':
      return { ...rest, title: t('book.found.gap.title', { no: inFigures(finding.no), when: at(finding.at) }), since: finding.at }
    case 'nothing_remembered':
      return { ...rest, title: t('book.found.nothing_remembered.title') }
    case 'pages':
      return { ...rest, title: t('book.found.pages.title') }
  }
}
