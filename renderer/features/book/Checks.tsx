import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { BookLine, BookList, Icon } from '../../ui'
import { inFigures, type Finding, type Verdict } from './finding-words'
import css from './Book.module.css'

/** What was looked at and found right, a ticked line each. */
export function Checks({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const found = (...kinds: readonly Finding['kind'][]) => verdict.findings.some(({ kind }) => kinds.includes(kind))
  const all = t('book.checks.all', { number: inFigures(verdict.entries) })
  const line = (what: 'unchanged' | 'order' | 'end' | 'pages' | 'clock', time: ReactNode = '', more = '') => (
    <BookLine key={what} time={time} mark={<Icon name="confirmed" className="is-confirmed" />}>
      <p>
        <b>{t(`book.checks.${what}.strong`)}</b> {t(`book.checks.${what}.text`)} {more}
      </p>
    </BookLine>
  )
  const { driftSeen, resets } = verdict.clock
  return (
    <BookList label={t('book.checks.label')} className={css.checks}>
      {!found('broken') && line('unchanged', all)}
      {!found('gap') && line('order', verdict.first === null ? '' : `${t('book.since')} ${dayOf(verdict.first, now, zone)}`)}
      {!found('missing', 'replaced', 'nothing_remembered') && line('end', verdict.last === null ? '' : dayOf(verdict.last, now, zone))}
      {!found('pages') && line('pages')}
      {driftSeen ? (
        <BookLine time="" mark={<Icon name="clock" />}>
          <p>
            <b>{t('book.checks.drift.strong')}</b> {t('book.checks.drift.text')}{' '}
            {resets > 0 && t('book.checks.clockReset', { count: resets })}
          </p>
        </BookLine>
      ) : (
        line('clock', '', resets > 0 ? t('book.checks.clockReset', { count: resets }) : '')
      )}
    </BookList>
  )
}
