import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#shared/contract/meeting'
import type { StaffId } from '#shared/domain/core/ids'
import { describeFieldFailure, readNow, useMinute, useOffice, useZone } from '../../../office'
import { Button, Field, parseMoment, MomentField, Select, describeStaffName, toTypedMoment } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

export type PlanLineView = MeetingView['lines'][number]
const PLAN_LINE_FIELDS = ['no', 'what', 'who', 'owner', 'date', 'time'] as const
type PlanLineField = (typeof PLAN_LINE_FIELDS)[number]

export interface TypedPlanLine {
  /** Null for a new line. */
  readonly no: number | null
  readonly text: (part: PlanLineField) => string
  readonly set: (part: PlanLineField, text: string) => void
  readonly edit: (line: PlanLineView) => void
  readonly drop: () => void
  readonly save: () => Promise<boolean>
  readonly takeOut: () => Promise<void>
  readonly wrong: 'what' | 'when' | null
  readonly place: RefObject<HTMLFormElement | null>
}

/** Returns the line that is being typed: saved letter by letter, and added to the plan with Enter or when the step is left. */
export function useTypedPlanLine(): TypedPlanLine {
  const { view, sendCommand: act, partialText: half, setPartialText: setHalf, beforeLeaving } = useMeetingSession()
  const zone = useZone()
  const [wrong, setWrong] = useState<TypedPlanLine['wrong']>(null)
  const place = useRef<HTMLFormElement>(null)
  const text = (part: PlanLineField) => half(`line:${part}`) ?? ''
  const set = (part: PlanLineField, typed: string) => setHalf(`line:${part}`, typed)
  const no = view.lines.find((one) => String(one.no) === text('no'))?.no ?? null
  const drop = () => {
    setWrong(null)
    for (const part of PLAN_LINE_FIELDS) setHalf(`line:${part}`, null)
  }
  const edit = (line: PlanLineView) => {
    const at = line.dueAt === null ? { date: '', time: '' } : toTypedMoment(line.dueAt, readNow(), zone)
    const parts: Record<PlanLineField, string> = { no: String(line.no), what: line.what, who: line.who, owner: line.owner?.id ?? '', ...at }
    for (const part of PLAN_LINE_FIELDS) set(part, parts[part])
    place.current?.querySelector('input')?.focus()
  }
  const save = async () => {
    const typed = { what: text('what').trim(), who: text('who').trim(), date: text('date').trim(), time: text('time').trim() }
    if (Object.values(typed).every((part) => part === '')) return true
    const at = typed.date === '' && typed.time === '' ? null : parseMoment(typed, readNow(), zone)
    const found = typed.what === '' ? 'what' : at !== null && !at.ok ? 'when' : null
    setWrong(found)
    if (found !== null) return false
    const done = await act({
      kind: 'set_line',
      no,
      what: typed.what,
      who: typed.who,
      owner: findLineOwner(view, typed.who, text('owner')),
      dueAt: at?.ok ? at.value : null,
      waitsOn: findWaitsOn(view, typed.who),
    })
    if (done) drop()
    return done
  }
  const takeOut = async () => {
    if (no !== null && (await act({ kind: 'take_out_line', no }))) drop()
  }
  useEffect(() => beforeLeaving('line', save))
  return { no, text, set, edit, drop, save, takeOut, wrong, place }
}

const isSameName = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
const findNamed = (view: MeetingView, who: string) => view.participants.find((one) => isSameName(findParticipantName(view, one.no), who))

/** Finds the owner of a line, always a member of staff (H1): the chosen worker, else the named one, else the one who leads the meeting. */
function findLineOwner(view: MeetingView, who: string, chosen: string): StaffId {
  return chosen === '' ? (findNamed(view, who)?.staffId ?? view.lead.id) : (chosen as StaffId)
}

/** Finds whom the line waits for, where it is not us: the person, or the named partner. */
function findWaitsOn(view: MeetingView, who: string): PlanLineView['waitsOn'] {
  const found = findNamed(view, who)
  return found?.kind === 'her' ? 'her' : found?.kind === 'partner' ? 'receiver' : 'nobody'
}

export function PlanLineForm({ line }: { readonly line: TypedPlanLine }) {
  const { t } = useTranslation()
  const { view, failure } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const save = async () => {
    if (await line.save()) line.place.current?.querySelector('input')?.focus()
  }
  return (
    <form
      ref={line.place}
      className={css.lineForm}
      aria-label={t('meeting.steps.line.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css.lineRow}>
        <div data-first>
          <Field
            label={t('meeting.steps.line.what')}
            value={line.text('what')}
            error={line.wrong === 'what' ? t('meeting.steps.line.what_needed') : undefined}
            onChange={(text) => line.set('what', text)}
          />
        </div>
        <Field label={t('meeting.steps.line.who')} value={line.text('who')} onChange={(text) => line.set('who', text)} />
        <MomentField
          label={t('meeting.steps.line.when')}
          value={{ date: line.text('date'), time: line.text('time') }}
          error={line.wrong === 'when' ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'dueAt')}
          onChange={({ date, time }) => {
            line.set('date', date)
            line.set('time', time)
          }}
        />
      </div>
      <div className={css.lineFoot}>
        <Select
          label={t('meeting.steps.line.owner')}
          value={findLineOwner(view, line.text('who'), line.text('owner'))}
          options={staff.map((one) => ({ value: one.id, label: describeStaffName(t, one, now, zone) }))}
          onChange={(id) => line.set('owner', id)}
        />
        <Button type="submit" keys="Enter">
          {t(line.no === null ? 'meeting.steps.line.add' : 'meeting.steps.line.save')}
        </Button>
        {line.no !== null && (
          <>
            <Button look="bare" onPress={line.drop}>
              {t('meeting.steps.line.leave')}
            </Button>
            <Button look="bare" onPress={() => void line.takeOut()}>
              {t('meeting.steps.line.remove')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
