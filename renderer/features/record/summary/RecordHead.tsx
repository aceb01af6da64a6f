import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useOffice, useOfficeState, useZone } from '../../../office'
import { describeClock, Mark, judgeRowUrgency, MarkShape, describeState, TimeBar, chooseMarkTone, FromTo } from '../../../components'
import { HoldToShow, Icon, useHeldKey } from '../../../ui'
import sight from '../access/access.module.css'
import css from './record.module.css'

/** The person, from whom to whom, since when, and how much time is left. */
export function RecordHead({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <header className={css.head}>
      <HeldNameHead record={record} />
      <p className="second">
        <FromTo from={record.from} to={record.to} fromWord={t('record.from')} toWord={t('record.to')} />{' '}
        <span className={css.sep}>{t('record.received', { when: formatDayAndTime(record.receivedAt, now, zone) })}</span>
      </p>
      <StateLine record={record} />
    </header>
  )
}

function HeldNameHead({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const [pressed, setPressed] = useState(false)
  const held = useHeldKey('I') || pressed
  const name = useOffice('person.name', { personId: record.personId }, { enabled: held }).value
  return (
    <>
      <h1 id="who">
        <bdi dir="auto">{held && name ? [name.name, name.alias].filter(Boolean).join(', ') : record.label}</bdi>
      </h1>
      <span className="muted">{t('record.number', { number: record.number })}</span>
      {record.restricted && (
        <span className={sight.mark}>
          <Icon name="lock" />
          {t('access.mark')}
        </span>
      )}
      <HoldToShow label={t('record.holdName')} keys="I" onHold={setPressed} />
    </>
  )
}

function StateLine({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const shiftEndsAt = useOfficeState()?.waiting?.shiftEndsAt ?? now
  const { clockAt, state, standard } = record
  const measured = standard.mode === 'measured'
  if (clockAt === null) {
    const at = record.closed?.at ?? record.enteredInError?.at
    return (
      <p className={css.stateLine}>
        <Mark kind={record.confirmedAt === null ? 'later' : 'confirmed'}>
          <b>{describeState(t, state)}</b>
        </Mark>
        {at !== undefined && <span className="second">{t('record.closedAt', { when: formatDayAndTime(at, now, zone) })}</span>}
      </p>
    )
  }
  const { urgency } = judgeRowUrgency({ state, clockAt, measured }, now, shiftEndsAt)
  const contact = record.clockIs === 'contact'
  const due = record.clockFrom === record.receivedAt ? (clockAt < now ? 'record.wasDue' : 'record.due') : 'record.again'
  return (
    <>
      <p className={`${css.stateLine} ${chooseMarkTone(urgency)}`}>
        <MarkShape kind={urgency} />
        <b>{describeClock(t, clockAt, record.clockIs, record.tasks[0], now, measured)}</b>
        {contact && <TimeBar receivedAt={record.clockFrom} dueAt={clockAt} now={now} attempts={record.attemptsAt} wide />}
        <span className="second">
          {contact
            ? t(due, { when: formatDayAndTime(clockAt, now, zone), hours: standard.hours })
            : t('record.actionDue', { state: describeState(t, state), when: formatDayAndTime(clockAt, now, zone) })}
          {measured && ` ${t('record.measured')}`}
        </span>
      </p>
      {record.confirmedAt !== null && (
        <p className="second">
          {t(record.confirmedInTime === false ? 'record.confirmedLate' : 'record.confirmedAt', {
            when: formatDayAndTime(record.confirmedAt, now, zone),
          })}
        </p>
      )}
    </>
  )
}
