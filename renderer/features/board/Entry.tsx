import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/moment'
import { marginTime } from '#shared/domain/wording'
import { clockWords, Deadline, Name, nextActionWords, SafeContact, Shape, TimeBar, toneOf, Way } from '../../ui'
import type { Placed } from './choice'
import css from './Board.module.css'

interface Props {
  readonly row: Placed
  /** As short as it may be said. */
  readonly owner: string
  readonly now: Instant
  readonly zone: Zone
}

/** One row of a lane: time and mark, who and which way, what to do and whose it is, may she be contacted, which date cannot wait. */
export function Entry({ row, owner, now, zone }: Props) {
  const { t } = useTranslation()
  const tone = toneOf(row.standing)
  return (
    <div className={css.entry}>
      <span className={`${css.word} ${tone}`}>{clockWords(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</span>
      <span className={`${css.at} ${tone}`}>
        {row.clockIs === 'contact' && (
          <TimeBar receivedAt={row.clockFrom} dueAt={row.clockAt} now={now} attempts={row.attemptsAt} calm={row.measured} />
        )}
        <time>{marginTime(row.clockAt, now, zone)}</time>
      </span>
      <Shape standing={row.standing} className={css.mark ?? ''} />
      <span className={css.who}>
        <Name strong>{row.label}</Name>
        <span className={css.no}>{t('standing.number', { number: row.number })}</span>
        <Way from={row.from} to={row.to} fromWord={t('board.from')} toWord={t('board.to')} />
      </span>
      <span className={css.next}>
        <span className={css.act} dir="auto">
          {nextActionWords(t, row.next, row, now, zone)}
        </span>
        <span className={css.own}>
          <bdi dir="auto">{owner}</bdi>
        </span>
      </span>
      <span className={css.safe}>
        <SafeContact safe={row.safe} now={now} zone={zone} />
      </span>
      <span className={css.risk}>{row.risk && <Deadline risk={row.risk} now={now} zone={zone} />}</span>
    </div>
  )
}
