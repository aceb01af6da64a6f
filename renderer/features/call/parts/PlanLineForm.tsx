import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import type { StaffId } from '#shared/domain/core/ids'
import { readNow, useForm, useMinute, useOffice, useZone, type Form } from '../../../office'
import { describeStaffName, FormFailure, MomentField, parseMoment, toTypedMoment, type TypedMoment } from '../../../components'
import { Button, Field, Select } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

export type PlanLineView = MeetingView['lines'][number]

interface PlanLineValues {
  /** The number of the line that is changed; null for a new one. */
  readonly no: number | null
  readonly what: string
  readonly who: string
  /** Null: whoever is named, else the one who leads the meeting (H1). */
  readonly owner: StaffId | null
  readonly at: TypedMoment
}
const NO_MOMENT: TypedMoment = { date: '', time: '' }
const EMPTY: PlanLineValues = { no: null, what: '', who: '', owner: null, at: NO_MOMENT }

export interface TypedPlanLine {
  readonly form: Form<PlanLineValues, keyof PlanLineValues>
  /** Null for a new line. */
  readonly no: number | null
  readonly edit: (line: PlanLineView) => void
  readonly takeOut: () => Promise<void>
}

const isEmptyLine = ({ what, who, at }: PlanLineValues): boolean => [what, who, at.date, at.time].every((part) => part.trim() === '')

/** Returns the line that is being typed: saved letter by letter, and added to the plan with Enter or when the step is left. */
export function useTypedPlanLine(): TypedPlanLine {
  const { t } = useTranslation()
  const { view, execute, sendCommand, beforeLeaving } = useMeetingSession()
  const zone = useZone()
  const readAt = ({ at }: PlanLineValues) => (at.date.trim() === '' && at.time.trim() === '' ? null : parseMoment(at, readNow(), zone))
  const findNo = (no: number | null) => view.lines.find((one) => one.no === no)?.no ?? null
  const form = useForm({
    id: 'plan-line',
    of: view.id,
    initial: EMPTY,
    validate: (typed) => ({
      what: typed.what.trim() === '' && t('meeting.steps.line.what_needed'),
      at: readAt(typed)?.ok === false && t('failure.refused.no_such_time'),
    }),
    send: (typed) => {
      const at = readAt(typed)
      return execute({
        kind: 'set_line',
        no: findNo(typed.no),
        what: typed.what.trim(),
        who: typed.who.trim(),
        owner: findLineOwner(view, typed.who, typed.owner),
        dueAt: at?.ok ? at.value : null,
        waitsOn: findWaitsOn(view, typed.who),
      })
    },
    findField: (path) => (path === 'dueAt' ? 'at' : path === 'what' || path === 'who' || path === 'owner' ? path : null),
  })
  const { props, startAnew, trySubmit, values, change } = form
  const edit = (line: PlanLineView) => {
    const at = line.dueAt === null ? NO_MOMENT : toTypedMoment(line.dueAt, readNow(), zone)
    change({ no: line.no, what: line.what, who: line.who, owner: line.owner?.id ?? null, at })
    props.ref.current?.querySelector('input')?.focus()
  }
  const no = findNo(values.no)
  const takeOut = async () => {
    if (no !== null && (await sendCommand({ kind: 'take_out_line', no }))) startAnew()
  }
  useEffect(() => beforeLeaving('line', () => (isEmptyLine(values) ? Promise.resolve(true) : trySubmit())))
  return { form, no, edit, takeOut }
}

const isSameName = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
const findNamed = (view: MeetingView, who: string) => view.participants.find((one) => isSameName(findParticipantName(view, one.no), who))

/** Finds the owner of a line, always a member of staff (H1): the chosen worker, else the named one, else the one who leads the meeting. */
function findLineOwner(view: MeetingView, who: string, chosen: StaffId | null): StaffId {
  return chosen ?? findNamed(view, who)?.staffId ?? view.lead.id
}

/** Finds whom the line waits for, where it is not us: the person, or the named partner. */
function findWaitsOn(view: MeetingView, who: string): PlanLineView['waitsOn'] {
  const found = findNamed(view, who)
  return found?.kind === 'her' ? 'her' : found?.kind === 'partner' ? 'receiver' : 'nobody'
}

export function PlanLineForm({ line: { form, no, takeOut } }: { readonly line: TypedPlanLine }) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const { values, change, props } = form
  const save = async () => {
    if (await form.trySubmit()) props.ref.current?.querySelector('input')?.focus()
  }
  return (
    <form
      className={css.lineForm}
      aria-label={t('meeting.steps.line.add')}
      {...form.props}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css.lineRow}>
        <div data-first>
          <Field
            label={t('meeting.steps.line.what')}
            value={values.what}
            error={form.error('what')}
            onChange={(what) => change({ what })}
          />
        </div>
        <Field label={t('meeting.steps.line.who')} value={values.who} error={form.error('who')} onChange={(who) => change({ who })} />
        <MomentField label={t('meeting.steps.line.when')} value={values.at} error={form.error('at')} onChange={(at) => change({ at })} />
      </div>
      <div className={css.lineFoot}>
        <Select
          label={t('meeting.steps.line.owner')}
          value={findLineOwner(view, values.who, values.owner)}
          options={staff.map((one) => ({ value: one.id, label: describeStaffName(t, one, now, zone) }))}
          error={form.error('owner')}
          onChange={(owner) => change({ owner })}
        />
        <FormFailure form={form} />
        <Button type="submit" busy={form.sending}>
          {t(no === null ? 'meeting.steps.line.add' : 'meeting.steps.line.save')}
        </Button>
        {no !== null && (
          <>
            <Button look="bare" onPress={form.startAnew}>
              {t('meeting.steps.line.leave')}
            </Button>
            <Button look="bare" onPress={() => void takeOut()}>
              {t('meeting.steps.line.remove')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
