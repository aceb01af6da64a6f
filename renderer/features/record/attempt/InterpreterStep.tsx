import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import type { Failure } from '#shared/contract/call'
import { HOUR } from '#shared/domain/core/moment'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { FailureLine, readNow, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { FormButtons, FormDraftNote, MomentField, parseMoment, toTypedMoment } from '../../../components'
import { announce, Button, Field } from '../../../ui'
import { StepFrame } from '../actions/StepFrame'
import css from '../actions/step.module.css'

const NONE: readonly BookingView[] = []

interface Props {
  readonly record: RecordView
  readonly onClose: () => void
}

/** Books an interpreter inside the safe times; an attempt that needs one is then proposed within the booking (section 5). */
export function InterpreterStep({ record, onClose }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { personId, plan } = record
  // Begins with the next safe hour, because no one may call in another (P1).
  const [begins] = useState(() => {
    const from = Math.max(plan?.nextSafe?.from ?? readNow(), readNow())
    return { from: toTypedMoment(from, readNow(), zone), until: toTypedMoment(from + HOUR, readNow(), zone) }
  })
  const { send } = useCall('plan.bookInterpreter')
  const noTime = t('failure.refused.no_such_time')
  const form = useForm({
    id: 'interpreter',
    of: personId,
    initial: {
      ...begins,
      language: [plan?.rules.language, plan?.rules.dialect].filter(Boolean).join(', '),
      who: '',
    },
    validate: (typed) => ({
      from: !parseMoment(typed.from, readNow(), zone).ok && noTime,
      until: !parseMoment(typed.until, readNow(), zone).ok && noTime,
    }),
    send: async ({ from, until, language, who }) => {
      const [begin, end] = [parseMoment(from, readNow(), zone), parseMoment(until, readNow(), zone)]
      if (!begin.ok || !end.ok) return { ok: false, failure: { kind: 'refused', reason: 'no_such_time' } }
      return send({ personId, from: begin.value, until: end.value, language, who })
    },
    describe: (failure) =>
      failure.kind === 'refused' && failure.reason === 'outside_safe_times' && failure.until !== undefined
        ? t('record.interpreter.outside', { when: formatDayAndTime(failure.until, now, zone) })
        : undefined,
    announces: t('record.interpreter.booked'),
    onClose,
    keys: { send: t('record.interpreter.book') },
  })
  const { values, change } = form
  if (!form.ready) return null
  return (
    <StepFrame title={t('record.interpreter.title')}>
      <BookedInterpreters record={record} />
      <form className="stack" {...form.props}>
        <MomentField
          label={t('record.interpreter.from')}
          value={values.from}
          error={form.error('from')}
          onChange={(from) => change({ from })}
        />
        <MomentField
          label={t('record.interpreter.until')}
          value={values.until}
          error={form.error('until')}
          onChange={(until) => change({ until })}
        />
        <Field
          label={t('record.interpreter.language')}
          value={values.language}
          error={form.error('language')}
          onChange={(language) => change({ language })}
        />
        <Field
          label={t('record.interpreter.who')}
          hint={plan?.rules.interpreter === 'not_from_her_community' ? t('record.interpreter.notHers') : undefined}
          value={values.who}
          error={form.error('who')}
          onChange={(who) => change({ who })}
        />
        <FormButtons form={form} send={t('record.interpreter.book')} sendKeys="Ctrl Enter" cancel={t('record.do.cancel')} size="tall" />
      </form>
      <FormDraftNote form={form} />
    </StepFrame>
  )
}

/** The booked interpreters, soonest first; each can be cancelled. */
export function BookedInterpreters({ record: { personId } }: { readonly record: Pick<RecordView, 'personId'> }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const bookings = useOffice('plan.listBookings', { personId }).value ?? NONE
  const { send, sending } = useCall('plan.cancelBooking')
  const [failure, setFailure] = useState<Failure | null>(null)
  if (bookings.length === 0) return null
  const cancel = async (bookingId: string) => {
    const answer = await send({ personId, bookingId })
    if (!answer.ok) return setFailure(answer.failure)
    setFailure(null)
    return announce(t('record.interpreter.cancelled'))
  }
  return (
    <>
      <ul className={css.also} aria-label={t('record.interpreter.list')}>
        {bookings.map((one) => {
          const when = t('record.interpreter.span', { from: formatDayAndTime(one.from, now, zone), until: formatTime(one.until, zone) })
          return (
            <li key={one.id} className="second">
              <bdi dir="auto">{[when, one.language, one.who].filter(Boolean).join(', ')}</bdi>.{' '}
              {!one.usable && <b>{t('record.interpreter.unusable')} </b>}
              <Button
                look="bare"
                className="inline"
                busy={sending}
                label={t('record.interpreter.cancelOne', { when })}
                onPress={() => void cancel(one.id)}
              >
                {t('record.interpreter.cancel')}
              </Button>
            </li>
          )
        })}
      </ul>
      <FailureLine failure={failure} />
    </>
  )
}
