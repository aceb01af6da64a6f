import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingView } from '#shared/contract/contact-plan'
import type { RecordView } from '#shared/contract/record'
import type { Failure } from '#shared/contract/call'
import { HOUR } from '#shared/domain/core/moment'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { FailureLine, describeFieldFailure, readNow, useCall, useDraft, useMinute, useOffice, useZone } from '../../../office'
import { announce, Button, DraftNote, Field, parseMoment, MomentField, toTypedMoment, useCommands } from '../../../ui'
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
  const draft = useDraft(`interpreter.${personId}`, {
    ...begins,
    language: [plan?.rules.language, plan?.rules.dialect].filter(Boolean).join(', '),
    who: '',
  })
  const { send, sending } = useCall('plan.bookInterpreter')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [wrong, setWrong] = useState<{ readonly from?: string; readonly until?: string }>({})
  const set = (part: Partial<typeof draft.value>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
    setWrong({})
  }
  const save = async () => {
    const [from, until] = [parseMoment(draft.value.from, readNow(), zone), parseMoment(draft.value.until, readNow(), zone)]
    if (!from.ok || !until.ok) {
      const noTime = t('failure.refused.no_such_time')
      return setWrong({ ...(from.ok ? {} : { from: noTime }), ...(until.ok ? {} : { until: noTime }) })
    }
    const { language, who } = draft.value
    const answer = await send({ personId, from: from.value, until: until.value, language, who })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    announce(t('record.interpreter.booked'))
    return onClose()
  }
  useCommands([{ id: 'book-interpreter', label: t('record.interpreter.book'), keys: 'Ctrl Enter', run: () => void save() }])
  if (!draft.ready) return null
  const outside = failure?.kind === 'refused' && failure.reason === 'outside_safe_times' && failure.until !== undefined
  const errors = {
    from:
      wrong.from ??
      (outside
        ? t('record.interpreter.outside', { when: formatDayAndTime(failure.until ?? now, now, zone) })
        : describeFieldFailure(t, failure, 'from')),
    until: wrong.until ?? describeFieldFailure(t, failure, 'until'),
  }
  return (
    <StepFrame title={t('record.interpreter.title')}>
      <BookedInterpreters record={record} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <MomentField label={t('record.interpreter.from')} value={draft.value.from} error={errors.from} onChange={(from) => set({ from })} />
        <MomentField
          label={t('record.interpreter.until')}
          value={draft.value.until}
          error={errors.until}
          onChange={(until) => set({ until })}
        />
        <Field
          label={t('record.interpreter.language')}
          value={draft.value.language}
          error={describeFieldFailure(t, failure, 'language')}
          onChange={(language) => set({ language })}
        />
        <Field
          label={t('record.interpreter.who')}
          hint={plan?.rules.interpreter === 'not_from_her_community' ? t('record.interpreter.notHers') : undefined}
          value={draft.value.who}
          error={describeFieldFailure(t, failure, 'who')}
          onChange={(who) => set({ who })}
        />
        {!errors.from && !errors.until && <FailureLine failure={failure} />}
        <p className="acts">
          <Button look="do" size="tall" keys="Ctrl Enter" type="submit" busy={sending}>
            {t('record.interpreter.book')}
          </Button>
          <Button size="tall" keys="Esc" onPress={onClose}>
            {t('record.do.cancel')}
          </Button>
        </p>
      </form>
      {draft.savedAt !== null && <DraftNote>{t('frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}</DraftNote>}
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
