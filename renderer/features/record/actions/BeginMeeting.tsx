import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import type { MeetingId } from '#shared/domain/core/ids'
import { listMeetingTimes, listSameTime } from '#shared/domain/meeting/same-time'
import { MEETING_MODES, type MeetingMode } from '#shared/domain/meeting/meeting'
import { readNow, ROUTES, useCall, useForm, useMinute, useOffice, useOfficeState, useZone } from '../../../office'
import { FormButtons, MomentField, parseMoment, SameTimeWarning, type TypedMoment } from '../../../components'
import { Choices, Field, Loading } from '../../../ui'
import { StepFrame } from './StepFrame'

interface BeginMeetingValues {
  readonly mode: MeetingMode
  readonly where: string
  readonly without: boolean
  readonly words: string
  readonly earlier: boolean
  readonly at: TypedMoment
}
const EMPTY: BeginMeetingValues = { mode: 'in_person', where: '', without: false, words: '', earlier: false, at: { date: '', time: '' } }

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
  const now = useMinute()
  const me = useOfficeState()?.me
  const [, go] = useLocation()
  const { send } = useCall('meeting.begin')
  const form = useForm<BeginMeetingValues, { readonly id: MeetingId }, Extract<keyof BeginMeetingValues, string>>({
    id: 'begin-meeting',
    of: record.id,
    initial: EMPTY,
    validate: (typed) => ({
      words: typed.without && typed.words.trim() === '' && t('meetings.wordsNeeded'),
      at: typed.earlier && !parseMoment(typed.at, readNow(), zone, record.receivedAt).ok && t('failure.refused.no_such_time'),
    }),
    send: (typed) => {
      const at = typed.earlier ? parseMoment(typed.at, readNow(), zone, record.receivedAt) : null
      return send({
        handoffId: record.id,
        mode: typed.mode,
        where: typed.where,
        withoutHer: typed.without ? typed.words : null,
        startedAt: at?.ok ? at.value : null,
      })
    },
    findField: (path) => (path === 'startedAt' ? 'at' : path === 'withoutHer' ? 'words' : path === 'where' ? 'where' : null),
    onSent: ({ id }) => go(ROUTES.meeting(id)),
    onClose,
    afterSend: 'clear',
    keys: { send: t('meetings.send') },
  })
  const { values, change } = form
  const { mode } = values
  const lists = useOffice('meeting.list', {}).value
  if (!form.ready) return <Loading>{t('record.loading')}</Loading>
  return (
    <StepFrame title={t('meetings.beginTitle')}>
      <form className="stack" {...form.props}>
        <Choices
          label={t('meetings.how')}
          value={mode}
          options={MEETING_MODES.map((one) => ({ value: one, label: t(`meeting.mode.${one}`) }))}
          onChange={(next) => change({ mode: next })}
        />
        <Field
          label={t(`meetings.where.${mode}`)}
          value={values.where}
          hint={t('meetings.whereHint')}
          onChange={(where) => change({ where })}
        />
        <Choices
          label={t('meetings.withHer')}
          value={values.without ? 'without' : 'with'}
          options={[
            { value: 'with', label: t('meetings.with') },
            { value: 'without', label: t('meetings.without') },
          ]}
          onChange={(next) => change({ without: next === 'without' })}
        />
        {values.without && (
          <Field
            label={t('meetings.words')}
            value={values.words}
            rows={2}
            error={form.error('words')}
            onChange={(words) => change({ words })}
          />
        )}
        <Choices
          label={t('meetings.when')}
          value={values.earlier ? 'earlier' : 'now'}
          options={[
            { value: 'now', label: t('meetings.now') },
            { value: 'earlier', label: t('meetings.earlier') },
          ]}
          onChange={(next) => change({ earlier: next === 'earlier' })}
        />
        {me && lists && !values.earlier && (
          <SameTimeWarning
            others={listSameTime(listMeetingTimes(lists, now), { handoffId: record.id, who: me.id, at: now })}
            who={me.name}
            now={now}
            zone={zone}
          />
        )}
        {values.earlier && (
          <MomentField
            label={t('meetings.startedAt')}
            value={values.at}
            notBefore={record.receivedAt}
            error={form.error('at')}
            onChange={(next) => change({ at: next })}
          />
        )}
        <FormButtons
          form={form}
          send={t(values.earlier ? 'meetings.sendLater' : 'meetings.send')}
          sendKeys="Ctrl Enter"
          cancel={t('record.do.cancel')}
          size="tall"
        />
      </form>
      <p className="second">{t('meetings.beginFoot')}</p>
    </StepFrame>
  )
}
