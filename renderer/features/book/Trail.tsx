import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/contract/audit'
import type { AuditKind } from '#shared/domain/audit'
import { clockTime } from '#shared/domain/wording'
import { failureWords, useMinute, useOffice, useZone } from '../../office'
import { BookLine, BookList, Button, Loading, WordSelect } from '../../ui'
import { Told } from './Told'
import { TRAIL_GROUPS, type TrailGroup } from './trail-kinds'
import css from './Book.module.css'

const GROUPS = ['all', ...(Object.keys(TRAIL_GROUPS) as TrailGroup[])] as const

/** The trail itself as it was when it was checked, newest first; the filter is one sentence. */
export function Trail({ upTo }: { readonly upTo: number }) {
  const { t } = useTranslation()
  const [group, setGroup] = useState<TrailGroup | 'all'>('all')
  return (
    <section className={css.looked} aria-labelledby="trail">
      <h2 id="trail">
        <span className="m">{t('book.trail.margin')}</span>
        <span>{t('book.trail.title')}</span>
      </h2>
      <div className={`in-words no-print ${css.words}`} role="group" aria-label={t('book.trail.which')}>
        <span>
          {t('book.trail.show')}{' '}
          <WordSelect
            label={t('book.trail.which')}
            value={group}
            onChange={setGroup}
            options={GROUPS.map((value) => ({ value, label: t(`book.trail.groups.${value}`) }))}
          />
        </span>
        <span>{t('book.trail.of')}</span>
      </div>
      <Pages key={group} upTo={upTo} kinds={group === 'all' ? null : TRAIL_GROUPS[group]} />
    </section>
  )
}

/** A page beneath the other; each is read on its own, so that none is read twice. */
function Pages({ upTo, kinds }: { readonly upTo: number; readonly kinds: readonly AuditKind[] | null }) {
  // Entries that come while she reads belong to the next check: they would push the pages down.
  const [starts, setStarts] = useState<readonly number[]>([upTo + 1])
  return starts.map((before, index) => (
    <TrailPage
      key={before}
      before={before}
      kinds={kinds}
      first={index === 0}
      last={index === starts.length - 1}
      onOlder={(next) => setStarts([...starts, next])}
    />
  ))
}

interface PageProps {
  readonly before: number
  readonly kinds: readonly AuditKind[] | null
  readonly first: boolean
  readonly last: boolean
  readonly onOlder: (before: number) => void
}

/** Entries one after the other that would read the same, minute and all, as one line with its count. */
function joinEqual(rows: readonly AuditRow[], timeOf: (at: number) => string) {
  const lines: { readonly row: AuditRow; readonly time: string; readonly same: string; times: number }[] = []
  for (const row of rows) {
    const { no: _no, at, ...rest } = row
    const time = timeOf(at)
    const same = JSON.stringify([time, rest])
    const last = lines.at(-1)
    if (last?.same === same) last.times += 1
    else lines.push({ row, time, same, times: 1 })
  }
  return lines
}

function TrailPage({ before, kinds, first, last, onOlder }: PageProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { value, failure } = useOffice('audit.page', { before, kinds: kinds === null ? null : [...kinds] })
  if (!value)
    return (
      <div className={css.line}>
        {failure ? (
          <p className="error" role="alert">
            {failureWords(t, failure)}
          </p>
        ) : (
          <Loading>{t('book.trail.loading')}</Loading>
        )}
      </div>
    )
  const end = value.rows.at(-1)
  if (end === undefined) return first ? <p className={`${css.line} muted`}>{t('book.trail.none')}</p> : null
  return (
    <>
      <BookList label={t('book.trail.title')} className={css.checks}>
        {joinEqual(value.rows, (at) => clockTime(at, now, zone)).map(({ row, times, time }) => (
          <BookLine key={row.no} time={time}>
            <Told row={row} times={times} />
          </BookLine>
        ))}
      </BookList>
      {value.more && last && (
        <p className={`${css.under} no-print`}>
          <Button onPress={() => onOlder(end.no)}>{t('book.trail.older')}</Button>
        </p>
      )}
    </>
  )
}
