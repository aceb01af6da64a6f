import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { RecordView } from '#shared/contract/record'
import { MEETING_MODES, type MeetingMode } from '#shared/domain/meeting/meeting'
import { FailureLine, describeFieldFailure, readNow, ROUTES, useCall, useDraft, useOffice, useZone } from '../../../office'
import { Button, Choices, Field, parseMoment, Loading, MomentField, useCommands } from '../../../ui'
import { StepFrame } from './StepFrame'

interface Props {
  readonly record: RecordView
  readonly onClose: () => void
}

/** Returns the meeting of this handoff that is not closed yet: it is continued, never begun twice. */
export function useOpenMeeting(record: RecordView) {
  return useOffice('meeting.list', {}).value?.open.find((one) => one.handoffId === record.id)
}

/** Begins a meeting: how they meet, and whether the person is present (M1, M2); or it was held already and is recorded now (C8). */
export function BeginMeeting({ record, onClose }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  const [, go] = useLocation()
  const { send, sending } = useCall('meeting.begin')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`begin:${record.id}`, {
    mode: 'in_person' as MeetingMode,
    where: '',
    without: false,
    words: '',
    earlier: false,
    at: { date: '', time: '' },
  })
  const { value, change } = draft
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }))
  const { mode } = value
  const at = value.earlier ? parseMoment(value.at, readNow(), zone) : null
  const begin = async () => {
    setTried(true)
    if ((value.without && value.words.trim() === '') || (at !== null && !at.ok)) return
    const answer = await send({
      handoffId: record.id,
      mode,
      where: value.where,
      withoutHer: value.without ? value.words : null,
      startedAt: at?.ok ? at.value : null,
    })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    go(ROUTES.meeting(answer.value.id))
  }
  const label = t(value.earlier ? 'meetings.sendLater' : 'meetings.send')
  useCommands([{ id: 'meeting-begin', label, keys: 'Ctrl Enter', run: () => void begin() }])
  if (!draft.ready) return <Loading>{t('record.loading')}</Loading>
  return (
    <StepFrame title={t('meetings.beginTitle')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <Choices
          label={t('meetings.how')}
          value={mode}
          options={MEETING_MODES.map((one) => ({ value: one, label: t(`meeting.mode.${one}`) }))}
          onChange={(next) => set({ mode: next })}
        />
        <Field
          label={t(`meetings.where.${mode}`)}
          value={value.where}
          hint={t('meetings.whereHint')}
          onChange={(where) => set({ where })}
        />
        <Choices
          label={t('meetings.withHer')}
          value={value.without ? 'without' : 'with'}
          options={[
            { value: 'with', label: t('meetings.with') },
            { value: 'without', label: t('meetings.without') },
          ]}
          onChange={(next) => set({ without: next === 'without' })}
        />
        {value.without && (
          <Field
            label={t('meetings.words')}
            value={value.words}
            rows={2}
            error={tried && value.words.trim() === '' ? t('meetings.wordsNeeded') : undefined}
            onChange={(words) => set({ words })}
          />
        )}
        <Choices
          label={t('meetings.when')}
          value={value.earlier ? 'earlier' : 'now'}
          options={[
            { value: 'now', label: t('meetings.now') },
            { value: 'earlier', label: t('meetings.earlier') },
          ]}
          onChange={(next) => set({ earlier: next === 'earlier' })}
        />
        {value.earlier && (
          <MomentField
            label={t('meetings.startedAt')}
            value={value.at}
            error={tried && at !== null && !at.ok ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'startedAt')}
            onChange={(next) => set({ at: next })}
          />
        )}
        <FailureLine failure={failure} />
        <p className="acts">
          <Button look="do" size="tall" keys="Ctrl Enter" type="submit" busy={sending}>
            {label}
          </Button>
          <Button size="tall" keys="Esc" onPress={onClose}>
            {t('record.do.cancel')}
          </Button>
        </p>
      </form>
      <p className="second">{t('meetings.beginFoot')}</p>
    </StepFrame>
  )
}
