import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { StaffId } from '#shared/domain/core/ids'
import { readNow, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { describeStaffName, FormButtons, FormDraftNote, MomentField, parseMoment, type TypedMoment } from '../../../components'
import { Checkbox, Choices, Field, focusControl, Loading, Select } from '../../../ui'
import type { RecordAction, ActionDraft, ActionField, FilledAction } from './action'
import { StepFrame } from './StepFrame'

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
  const { send } = useCall('handoff.execute')
  const [initial] = useState((): ActionDraft => ({
    texts: { ...action.start?.texts },
    moments: { ...action.start?.moments },
    checks: { ...action.start?.checks },
  }))
  const label = action.send ?? t('record.do.send')
  const form = useForm<ActionDraft, unknown, string>({
    id: 'action',
    of: `${record.id}:${action.id}`,
    initial,
    validate: (draft) =>
      Object.fromEntries(
        Object.entries(readFields(action, draft, zone).wrong).map(([name, what]) => [
          name,
          t(what === 'no_such_time' ? 'failure.refused.no_such_time' : `record.do.${what}`),
        ]),
      ),
    send: (draft) => send({ id: record.id, command: action.command(readFields(action, draft, zone).filled) }),
    findField: (path) => findActionField(action, path),
    announces: t('record.do.saved'),
    onClose,
    keys: { send: label, enter: action.fields.length === 0 },
  })
  const { texts, moments, checks } = form.values
  const { ref } = form.props
  // The worker types at once: a letter meant for the note is never a command of the page.
  useEffect(() => {
    if (form.ready && action.fields.length > 0) focusControl(ref.current)
  }, [form.ready, action, ref])
  if (!form.ready) return <Loading>{t('record.loading')}</Loading>
  return (
    <StepFrame title={action.title}>
      <form className="stack" {...form.props}>
        {action.fields.map((field) => (
          <ActionFieldInput
            key={field.name}
            field={field}
            error={form.error(field.name)}
            text={texts[field.name] ?? ''}
            moment={moments[field.name] ?? NO_MOMENT}
            checked={checks[field.name] ?? false}
            onText={(text) => form.change((before) => ({ texts: { ...before.texts, [field.name]: text } }))}
            onMoment={(moment) => form.change((before) => ({ moments: { ...before.moments, [field.name]: moment } }))}
            onCheck={(on) => form.change((before) => ({ checks: { ...before.checks, [field.name]: on } }))}
          />
        ))}
        <FormButtons form={form} send={label} sendKeys="Ctrl Enter" cancel={t('record.do.cancel')} size="tall" />
      </form>
      {action.foot && <p className="second">{action.foot}</p>}
      <FormDraftNote form={form} />
    </StepFrame>
  )
}

/** The field that a refusal names. A rule speaks of 'at' where a form asks for the next meeting or the review. */
function findActionField(action: RecordAction, path: string): string | null {
  const name = path.replace(/^command\./, '')
  const found = action.fields.find((field) => field.name === name || name.startsWith(`${field.name}.`))
  if (found) return found.name
  return name === 'at' ? (action.fields.find((field) => field.kind === 'moment')?.name ?? null) : null
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
