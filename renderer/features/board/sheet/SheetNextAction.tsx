import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatDayAndTime, formatNumberWord } from '#shared/domain/core/wording'
import { useOfficeState } from '../../../office'
import {
  describeClock,
  describeEarly,
  describeNextAction,
  labelPrimaryAction,
  describeSafeContact,
  MarkShape,
  describeState,
  TimeBar,
  chooseMarkTone,
} from '../../../components'
import { Button } from '../../../ui'
import type { PlacedRow } from '../filters/board-filters'
import { AssignForm, type AssignedHandoff } from './AssignForm'
import css from '../board.module.css'

export interface SheetCallbacks {
  readonly isAssigning: boolean
  readonly onAssigning: (on: boolean) => void
  readonly onAssigned: (given: AssignedHandoff) => void
  readonly onPrimary: () => void
  readonly onLog: () => void
  readonly onOpen: () => void
}

interface Props extends SheetCallbacks {
  readonly row: PlacedRow
  readonly record: RecordView | undefined
  readonly now: Instant
  readonly zone: Zone
}

/** The urgency, the wide bar, the next action and its one filled button. */
export function SheetNextAction({ row, record, now, zone, isAssigning, onAssigning, onAssigned, onPrimary, onLog, onOpen }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const late = now > row.clockAt
  const tries =
    row.tries === 0 ? t('board.sheet.triesNone') : t('board.sheet.tries', { count: row.tries, n: formatNumberWord(row.tries, true) })
  return (
    <section className="next" aria-labelledby="sheet-next">
      <p className={`st row-urgency ${chooseMarkTone(row.urgency)}`}>
        <MarkShape kind={row.urgency} />
        <b>{describeClock(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</b>
        <span className="second">
          {t(late ? 'board.sheet.wasDue' : 'board.sheet.due', { when: formatDayAndTime(row.clockAt, now, zone) })}
        </span>
      </p>
      {row.clockIs === 'contact' && (
        <>
          <TimeBar wide receivedAt={row.clockFrom} dueAt={row.clockAt} now={now} attempts={row.attemptsAt} calm={row.measured} />
          <p className="bar-ends small muted">
            <span>{t('board.sheet.received', { when: formatDayAndTime(row.clockFrom, now, zone) })}</span>
            {record && <span>{t('board.sheet.hours', { hours: record.standard.hours })}</span>}
          </p>
        </>
      )}
      <h3 id="sheet-next" className="hidden">
        {t('board.sheet.next')}
      </h3>
      <p className="lead" dir="auto">
        {describeNextAction(t, row.next, row, now, zone)}
      </p>
      <p className="second">
        {describeState(t, row.state)}. {row.clockIs === 'contact' && row.state.kind === 'contact_due' && `${tries} `}
        {describeSafeContact(t, row, now, zone)}.{row.measured && ` ${t('board.sheet.measured')}`}
      </p>
      <p className="acts">
        <Button look="do" size="tall" keys="C" why={describeEarly(t, row.next, row, now, zone)} onPress={onPrimary}>
          {labelPrimaryAction(t, row.next, row.reachBy)}
        </Button>
        <Button size="tall" keys="L" onPress={onLog}>
          {t('board.sheet.log')}
        </Button>
      </p>
      {isAssigning ? (
        <AssignForm
          id={row.id}
          number={row.number}
          assignedTo={row.assignedTo}
          onAssigned={onAssigned}
          onCancel={() => onAssigning(false)}
        />
      ) : (
        <p className={`second ${css.owner}`}>
          <span dir="auto">{row.next.ownerId === me ? t('board.sheet.yours') : t('board.sheet.theirs', { name: row.next.ownerName })}</span>
          <Button look="bare" className="inline" keys="G" onPress={() => onAssigning(true)}>
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
