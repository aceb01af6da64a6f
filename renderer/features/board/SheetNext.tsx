import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { Instant, Zone } from '#shared/domain/moment'
import { clockTime, numberWord } from '#shared/domain/wording'
import { useOfficeState } from '../../office'
import { Button, clockWords, nextActionWords, primaryWords, safeWords, Shape, stateWords, TimeBar, toneOf } from '../../ui'
import type { Placed } from './choice'
import { Give, type Given } from './Give'
import css from './Board.module.css'

export interface SheetActs {
  readonly giving: boolean
  readonly onGiving: (on: boolean) => void
  readonly onGiven: (given: Given) => void
  readonly onPrimary: () => void
  readonly onLog: () => void
  readonly onOpen: () => void
}

interface Props extends SheetActs {
  readonly row: Placed
  readonly record: RecordView | undefined
  readonly now: Instant
  readonly zone: Zone
}

/** Standing, the wide bar, the next action and its one filled button. */
export function SheetNext({ row, record, now, zone, giving, onGiving, onGiven, onPrimary, onLog, onOpen }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const late = now > row.clockAt
  const tries = row.tries === 0 ? t('board.sheet.triesNone') : t('board.sheet.tries', { count: row.tries, n: numberWord(row.tries, true) })
  return (
    <section className="next" aria-labelledby="sheet-next">
      <p className={`st standing ${toneOf(row.standing)}`}>
        <Shape standing={row.standing} />
        <b>{clockWords(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</b>
        <span className="second">{t(late ? 'board.sheet.wasDue' : 'board.sheet.due', { when: clockTime(row.clockAt, now, zone) })}</span>
      </p>
      {row.clockIs === 'contact' && (
        <>
          <TimeBar wide receivedAt={row.clockFrom} dueAt={row.clockAt} now={now} attempts={row.attemptsAt} calm={row.measured} />
          <p className="bar-ends small muted">
            <span>{t('board.sheet.received', { when: clockTime(row.clockFrom, now, zone) })}</span>
            {record && <span>{t('board.sheet.hours', { hours: record.standard.hours })}</span>}
          </p>
        </>
      )}
      <h3 id="sheet-next" className="hidden">
        {t('board.sheet.next')}
      </h3>
      <p className="lead" dir="auto">
        {nextActionWords(t, row.next, row, now, zone)}
      </p>
      <p className="second">
        {stateWords(t, row.state)}. {row.clockIs === 'contact' && row.state.kind === 'contact_due' && `${tries} `}
        {safeWords(t, row.safe, now, zone)}.{row.measured && ` ${t('board.sheet.measured')}`}
      </p>
      <p className="acts">
        <Button look="do" size="tall" keys="C" onPress={onPrimary}>
          {primaryWords(t, row.next)}
        </Button>
        <Button size="tall" keys="L" onPress={onLog}>
          {t('board.sheet.log')}
        </Button>
      </p>
      {giving ? (
        <Give id={row.id} number={row.number} assignedTo={row.assignedTo} onGiven={onGiven} onCancel={() => onGiving(false)} />
      ) : (
        <p className={`second ${css.owner}`}>
          <span dir="auto">{row.next.ownerId === me ? t('board.sheet.yours') : t('board.sheet.theirs', { name: row.next.ownerName })}</span>
          <Button look="bare" className="inline" keys="G" onPress={() => onGiving(true)}>
            {t('board.sheet.give')}
          </Button>
          <Button look="bare" className="inline" keys="Enter" onPress={onOpen}>
            {t('board.sheet.open')}
          </Button>
        </p>
      )}
    </section>
  )
}
