import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { StaffId } from '#shared/domain/core/ids'
import { formatTime } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, useDraft, useMinute, useOffice, useZone } from '../../../office'
import {
  announce,
  Button,
  Checkbox,
  Choices,
  DraftNote,
  Field,
  focusControl,
  parseMoment,
  Loading,
  MomentField,
  Select,
  describeStaffName,
  focusFirstError,
  useCommands,
  type TypedMoment,
} from '../../../ui'
import type { RecordAction, ActionDraft, ActionField, FilledAction } from './action'
import { StepFrame } from './StepFrame'
import { useHandoffCommand } from './use-handoff-command'

const NO_MOMENT: TypedMoment = { date: '', time: '' }

/** The small form of one action, in place of the next action. */
export function ActionForm({
  record,
  action,
  onClose,
}: {
  readonly record: RecordView
  readonly action: RecordAction
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const zone = useZone()
  const { run, failure, sending } = useHandoffCommand(record.id)
  const [initial] = useState((): ActionDraft => ({
    texts: { ...action.start?.texts },
    moments: { ...action.start?.moments },
    checks: { ...action.start?.checks },
  }))
  const draft = useDraft(`act:${record.id}:${action.id}`, initial)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const { texts, moments, checks } = draft.value
  const form = useRef<HTMLFormElement>(null)
  // The worker types at once: a letter meant for the note must never be a command of the page.
  useEffect(() => {
    if (draft.ready && action.fields.length > 0) focusControl(form.current)
  }, [draft.ready, action])

  const save = async () => {
    const found = readFields(action, draft.value, zone)
    const complaints = Object.fromEntries(
      Object.entries(found.wrong).map(([name, what]) => [
        name,
        t(what === 'no_such_time' ? 'failure.refused.no_such_time' : `record.do.${what}`),
      ]),
    )
    setWrong(complaints)
    if (Object.keys(complaints).length > 0) {
      return focusFirstError()
    }
    if (!(await run(action.command(found.filled)))) return
    await draft.drop()
    announce(t('record.do.saved'))
    onClose()
  }
  const sure = { label: action.send ?? t('record.do.send'), run: () => void save() }
  useCommands([
    { id: `do-${action.id}`, keys: 'Ctrl Enter', ...sure },
    ...(action.fields.length === 0 ? [{ id: `do-${action.id}-enter`, keys: 'Enter' as const, quiet: true, ...sure }] : []),
  ])
  // A rule names the field 'at' where the form asks for the next meeting or the review.
  const moment = action.fields.find((field) => field.kind === 'moment')?.name
  const findError = (name: string): string | undefined =>
    wrong[name] ??
    describeFieldFailure(t, failure, name) ??
    describeFieldFailure(t, failure, `command.${name}`) ??
    (name === moment ? describeFieldFailure(t, failure, 'at') : undefined)
  const elsewhere = failure !== null && !action.fields.some((field) => findError(field.name) !== undefined)
  if (!draft.ready) return <Loading>{t('record.loading')}</Loading>
  return (
    <StepFrame title={action.title}>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {action.fields.map((field) => (
          <ActionFieldInput
            key={field.name}
            field={field}
            error={findError(field.name)}
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
            {describeFailure(t, failure)}
          </p>
        )}
        <p className="acts">
          <Button look="do" size="tall" keys="Ctrl Enter" type="submit" busy={sending}>
            {action.send ?? t('record.do.send')}
          </Button>
          <Button size="tall" keys="Esc" onPress={onClose}>
            {t('record.do.cancel')}
          </Button>
        </p>
      </form>
      {action.foot && <p className="second">{action.foot}</p>}
      {draft.savedAt !== null && <DraftNote>{t('frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}</DraftNote>}
    </StepFrame>
  )
}

interface ActionFieldProps {
  readonly field: ActionField
  readonly error: string | undefined
  readonly text: string
  readonly moment: TypedMoment
  readonly checked: boolean
  readonly onText: (text: string) => void
  readonly onMoment: (moment: TypedMoment) => void
  readonly onCheck: (on: boolean) => void
}

function ActionFieldInput({ field, error, text, moment, checked, onText, onMoment, onCheck }: ActionFieldProps) {
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
          options={staff.map((one) => ({ value: one.id as string, label: describeStaffName(t, one, now, zone) }))}
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

type ActionFieldError = 'needed' | 'pickNeeded' | 'momentNeeded' | 'no_such_time'

/** Reads what is filled in, and which fields are empty or cannot be read. */
function readFields(
  action: RecordAction,
  draft: ActionDraft,
  zone: string,
): { readonly filled: FilledAction; readonly wrong: Readonly<Record<string, ActionFieldError>> } {
  const wrong: Record<string, ActionFieldError> = {}
  const instants: Record<string, number> = {}
  for (const field of action.fields) {
    if (field.kind === 'check') continue
    if (field.kind !== 'moment') {
      if (field.isRequired && !draft.texts[field.name]?.trim())
        wrong[field.name] = field.kind === 'staff' || field.kind === 'choice' ? 'pickNeeded' : 'needed'
      continue
    }
    const typed = draft.moments[field.name] ?? NO_MOMENT
    if (typed.time.trim() === '' && typed.date.trim() === '') {
      if (field.isRequired) wrong[field.name] = 'momentNeeded'
      continue
    }
    const found = parseMoment(typed, readNow(), zone)
    if (found.ok) instants[field.name] = found.value
    else wrong[field.name] = 'no_such_time'
  }
  const text = (name: string) => draft.texts[name] ?? ''
  const filled: FilledAction = {
    text,
    moment: (name) => instants[name] ?? null,
    staff: (name) => text(name) as StaffId,
    optionalStaff: (name) => (text(name) ? (text(name) as StaffId) : null),
    checked: (name) => draft.checks[name] ?? false,
  }
  return { filled, wrong }
}
