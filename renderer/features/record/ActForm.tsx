import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { StaffId } from '#shared/domain/ids'
import { shortTime } from '#shared/domain/wording'
import { failureWords, fieldWords, nowOf, useDraft, useMinute, useOffice, useZone } from '../../office'
import {
  announce,
  Button,
  Checkbox,
  Choices,
  DraftNote,
  Field,
  focusControl,
  instantOf,
  Loading,
  MomentField,
  Select,
  staffName,
  toFirstWrong,
  useCommands,
  type TypedMoment,
} from '../../ui'
import type { Act, ActDraft, ActField, Filled } from './act'
import { Step } from './Step'
import { useDo } from './use-do'

const NO_MOMENT: TypedMoment = { date: '', time: '' }

/** One act's own small form, in place of the next action. */
export function ActForm({ record, act, onClose }: { readonly record: RecordView; readonly act: Act; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { run, failure, sending } = useDo(record.id)
  const [initial] = useState((): ActDraft => ({
    texts: { ...act.start?.texts },
    moments: { ...act.start?.moments },
    checks: { ...act.start?.checks },
  }))
  const draft = useDraft(`act:${record.id}:${act.id}`, initial)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const { texts, moments, checks } = draft.value
  const form = useRef<HTMLFormElement>(null)
  // She types at once: a letter meant for the note is never a command of the page.
  useEffect(() => {
    if (draft.ready && act.fields.length > 0) focusControl(form.current)
  }, [draft.ready, act])

  const save = async () => {
    const found = readFields(act, draft.value, zone)
    const complaints = Object.fromEntries(
      Object.entries(found.wrong).map(([name, what]) => [
        name,
        t(what === 'no_such_time' ? 'failure.refused.no_such_time' : `record.do.${what}`),
      ]),
    )
    setWrong(complaints)
    if (Object.keys(complaints).length > 0) {
      return toFirstWrong()
    }
    if (!(await run(act.command(found.filled)))) return
    await draft.drop()
    announce(t('record.do.saved'))
    onClose()
  }
  const sure = { label: act.send ?? t('record.do.send'), run: () => void save() }
  useCommands([
    { id: `do-${act.id}`, keys: 'Ctrl Enter', ...sure },
    ...(act.fields.length === 0 ? [{ id: `do-${act.id}-enter`, keys: 'Enter', quiet: true, ...sure }] : []),
  ])
  // A rule speaks of 'at' where a form asks for the next meeting or the review.
  const moment = act.fields.find((field) => field.kind === 'moment')?.name
  const errorOf = (name: string): string | undefined =>
    wrong[name] ??
    fieldWords(t, failure, name) ??
    fieldWords(t, failure, `command.${name}`) ??
    (name === moment ? fieldWords(t, failure, 'at') : undefined)
  const elsewhere = failure !== null && !act.fields.some((field) => errorOf(field.name) !== undefined)
  if (!draft.ready) return <Loading>{t('record.loading')}</Loading>
  return (
    <Step title={act.title}>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {act.fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            error={errorOf(field.name)}
            text={texts[field.name] ?? ''}
            moment={moments[field.name] ?? NO_MOMENT}
            checked={checks[field.name] ?? false}
            onText={(text) => draft.change((before) => ({ ...before, texts: { ...before.texts, [field.name]: text } }))}
            onMoment={(moment) => draft.change((before) => ({ ...before, moments: { ...before.moments, [field.name]: moment } }))}
            onCheck={(on) => draft.change((before) => ({ ...before, checks: { ...before.checks, [field.name]: on } }))}
          />
        ))}
        {elsewhere && (
          <p className="error" role="alert">
            {failureWords(t, failure)}
          </p>
        )}
        <p className="acts">
          <Button look="do" size="tall" keys="Ctrl Enter" type="submit" busy={sending}>
            {act.send ?? t('record.do.send')}
          </Button>
          <Button size="tall" keys="Esc" onPress={onClose}>
            {t('record.do.cancel')}
          </Button>
        </p>
      </form>
      {act.foot && <p className="second">{act.foot}</p>}
      {draft.savedAt !== null && <DraftNote>{t('frame.draftSaved', { time: shortTime(draft.savedAt, zone) })}</DraftNote>}
    </Step>
  )
}

interface OneProps {
  readonly field: ActField
  readonly error: string | undefined
  readonly text: string
  readonly moment: TypedMoment
  readonly checked: boolean
  readonly onText: (text: string) => void
  readonly onMoment: (moment: TypedMoment) => void
  readonly onCheck: (on: boolean) => void
}

function OneField({ field, error, text, moment, checked, onText, onMoment, onCheck }: OneProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}, { enabled: field.kind === 'staff' }).value ?? []
  switch (field.kind) {
    case 'text':
      return <Field label={field.label} value={text} error={error} onChange={onText} />
    case 'note':
      return <Field label={field.label} value={text} error={error} rows={3} onChange={onText} />
    case 'moment':
      return <MomentField label={field.label} value={moment} error={error} onChange={onMoment} />
    case 'staff':
      return (
        <Select
          label={field.label}
          value={text === '' ? null : text}
          options={staff.map((one) => ({ value: one.id as string, label: staffName(t, one, now, zone) }))}
          error={error}
          onChange={onText}
        />
      )
    case 'choice':
      return <Choices label={field.label} value={text === '' ? null : text} options={field.options} error={error} onChange={onText} />
    case 'check':
      return (
        <Checkbox on={checked} onChange={onCheck}>
          {field.label}
        </Checkbox>
      )
  }
}

type Wrong = 'needed' | 'pickNeeded' | 'momentNeeded' | 'no_such_time'

/** What is filled in, and which fields still lack an answer or cannot be read. */
function readFields(act: Act, draft: ActDraft, zone: string): { readonly filled: Filled; readonly wrong: Readonly<Record<string, Wrong>> } {
  const wrong: Record<string, Wrong> = {}
  const instants: Record<string, number> = {}
  for (const field of act.fields) {
    if (field.kind === 'check') continue
    if (field.kind !== 'moment') {
      if (field.needed && !draft.texts[field.name]?.trim())
        wrong[field.name] = field.kind === 'staff' || field.kind === 'choice' ? 'pickNeeded' : 'needed'
      continue
    }
    const typed = draft.moments[field.name] ?? NO_MOMENT
    if (typed.time.trim() === '' && typed.date.trim() === '') {
      if (field.needed) wrong[field.name] = 'momentNeeded'
      continue
    }
    const found = instantOf(typed, nowOf(), zone)
    if (found.ok) instants[field.name] = found.value
    else wrong[field.name] = 'no_such_time'
  }
  const text = (name: string) => draft.texts[name] ?? ''
  const filled: Filled = {
    text,
    moment: (name) => instants[name] ?? null,
    staff: (name) => text(name) as StaffId,
    maybeStaff: (name) => (text(name) ? (text(name) as StaffId) : null),
    checked: (name) => draft.checks[name] ?? false,
  }
  return { filled, wrong }
}
