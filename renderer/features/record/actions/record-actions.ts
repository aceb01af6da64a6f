import { MAY_TELL_SOURCE, SOURCE_ANSWERS, type MayTellSource, type SourceAnswer } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { mayAgreeWaiting } from '#shared/domain/handoff/state-questions'
import { toTypedMoment } from '../../../components'
import type { RecordAction, ActionContext } from './action'
import { listAgreedActions } from './agreed-actions'
import { listEndingActions } from './ending-actions'
import { listMeetingActions, listOwnerActions } from './meeting-actions'

/** Lists all actions of section 3 that apply to this handoff; one that cannot be done now says why. */
export function listActions(context: ActionContext): readonly RecordAction[] {
  const { record } = context
  const open = record.closed === null && record.enteredInError === null
  return [
    ...(open
      ? [
          ...listPermissionActions(context),
          ...listSourceActions(context),
          ...listWaitingActions(context),
          ...listMeetingActions(context),
          ...listAgreedActions(context),
          ...listOwnerActions(context),
        ]
      : []),
    ...listNoteActions(context),
    ...listEndingActions(context),
  ]
}

function listPermissionActions({ t, record }: ActionContext): readonly RecordAction[] {
  if (record.direction === 'incoming') return []
  const pending = record.permission === 'pending'
  const permission: RecordAction = {
    id: 'permission',
    label: t('record.do.permission.label'),
    why: null,
    title: t('record.do.permission.title'),
    foot: t('record.do.permission.no_then'),
    fields: [
      {
        kind: 'choice',
        name: 'given',
        label: t('record.do.permission.given'),
        isRequired: true,
        options: [
          { value: 'yes', label: t('record.do.permission.yes') },
          { value: 'no', label: t('record.do.permission.no') },
        ],
      },
      { kind: 'text', name: 'words', label: t('record.do.permission.words') },
    ],
    command: (filled) => ({ kind: 'answer_permission', given: filled.text('given') === 'yes', words: filled.text('words') }),
  }
  const internal = record.direction === 'internal'
  const accept: RecordAction = {
    id: 'accept',
    label: t('record.do.accept.label'),
    why: pending ? t('failure.refused.permission_pending') : null,
    title: t('record.do.accept.title'),
    foot: t('record.do.accept.foot'),
    fields: [
      { kind: 'text', name: 'acceptedBy', label: t('record.do.accept.acceptedBy'), isRequired: true },
      ...(internal ? [{ kind: 'staff', name: 'worker', label: t('record.do.accept.worker'), isRequired: true } as const] : []),
      { kind: 'moment', name: 'at', label: t('record.do.accept.at') },
    ],
    ...(internal ? { start: { texts: { acceptedBy: record.to } } } : {}),
    command: (filled) => ({
      kind: 'record_acceptance',
      acceptedBy: filled.text('acceptedBy'),
      worker: filled.optionalStaff('worker'),
      at: filled.moment('at'),
    }),
  }
  return [...(pending ? [permission] : []), ...(record.acceptance === null ? [accept] : [])]
}

function listSourceActions({ t, record }: ActionContext): readonly RecordAction[] {
  if (record.sourcePartner === null) return []
  const asked = record.loopBack !== null && record.loopBack.answer === null
  const ask: RecordAction = {
    id: 'ask',
    label: t('record.do.ask.label'),
    why: asked
      ? t('record.do.ask.open')
      : record.sourceStop
        ? t(`record.do.ask.${record.sourceStop}`)
        : record.loopBackAllowed
          ? null
          : t('record.do.ask.why'),
    title: t('record.do.ask.title', { who: record.from }),
    foot: t('record.do.ask.foot'),
    send: t('record.do.ask.send'),
    fields: [],
    command: () => ({ kind: 'ask_source' }),
  }
  const answer: RecordAction = {
    id: 'answer',
    label: t('record.do.answer.label'),
    why: null,
    title: t('record.do.answer.title', { who: record.from }),
    foot: t('record.do.answer.foot'),
    fields: [
      {
        kind: 'choice',
        name: 'answer',
        label: t('record.do.answer.answer'),
        isRequired: true,
        options: SOURCE_ANSWERS.map((value) => ({ value, label: t(`vocabulary.sourceAnswer.${value}`) })),
      },
      { kind: 'text', name: 'words', label: t('record.do.answer.words') },
      { kind: 'moment', name: 'checkAt', label: t('record.do.answer.checkAt') },
    ],
    command: (filled) => ({
      kind: 'source_answered',
      answer: filled.text('answer') as SourceAnswer,
      words: filled.text('words'),
      checkAt: filled.moment('checkAt'),
    }),
  }
  return [...(asked ? [answer] : []), ...(mayAgreeWaiting(record.state) || asked ? [ask] : [])]
}

function listWaitingActions({ t, record }: ActionContext): readonly RecordAction[] {
  if (!mayAgreeWaiting(record.state)) return []
  const { state } = record
  const wait: RecordAction = {
    id: 'wait',
    label: t('record.do.wait.label'),
    why: null,
    title: t('record.do.wait.title'),
    fields: [
      {
        kind: 'choice',
        name: 'why',
        label: t('record.do.wait.why'),
        isRequired: true,
        options: [
          { value: 'she_calls_us', label: t('record.do.wait.she_calls_us') },
          { value: 'she_asked', label: t('record.do.wait.she_asked') },
        ],
      },
      { kind: 'moment', name: 'checkAt', label: t('record.do.wait.checkAt'), isRequired: true },
    ],
    command: (filled) => ({
      kind: 'agree_waiting',
      why: filled.text('why') === 'she_asked' ? 'she_asked' : 'she_calls_us',
      checkAt: filled.moment('checkAt') ?? 0,
    }),
  }
  if (state.kind !== 'waiting_for_her') return [wait]
  const stopped = record.stoppedAt !== null || state.why === 'no_safe_way'
  const end: RecordAction = {
    id: 'end-wait',
    label: t('record.do.endWait.label'),
    why: stopped ? t('record.do.endWait.why') : null,
    title: t('record.do.endWait.title'),
    foot: t('record.do.endWait.foot'),
    send: t('record.do.endWait.send'),
    fields: [],
    command: () => ({ kind: 'end_waiting' }),
  }
  return [end, wait]
}

function listNoteActions({ t, record, now, zone }: ActionContext): readonly RecordAction[] {
  const note: RecordAction = {
    id: 'note',
    label: t('record.do.note.label'),
    why: null,
    title: t('record.do.note.title'),
    fields: [
      { kind: 'note', name: 'note', label: t('record.do.note.note'), isRequired: true },
      { kind: 'check', name: 'herWords', label: t('record.do.note.herWords') },
    ],
    command: (filled) => ({ kind: 'add_note', note: filled.text('note'), herWords: filled.checked('herWords') }),
  }
  const mayTell: RecordAction = {
    id: 'may-tell',
    label: t('record.do.mayTell.label'),
    why: null,
    title: t('record.do.mayTell.title'),
    fields: [
      {
        kind: 'choice',
        name: 'level',
        label: t('record.do.mayTell.level'),
        isRequired: true,
        options: MAY_TELL_SOURCE.map((value) => ({ value, label: t(`word.mayTell.${value}`) })),
      },
    ],
    start: { texts: { level: record.mayTellSource } },
    command: (filled) => ({ kind: 'set_may_tell', mayTellSource: filled.text('level') as MayTellSource }),
  }
  // The oldest first: while one of them stands, nothing is counted or proposed by it.
  const [misdated] = record.wrongClock
  const wrongClock: RecordAction | null = misdated
    ? {
        id: 'wrong-clock',
        label: t('record.do.wrongClock.label'),
        icon: 'overdue',
        why: null,
        title: t('record.do.wrongClock.title', {
          what: t(`vocabulary.outcome.${misdated.outcome}`),
          when: formatDayAndTime(misdated.at, now, zone),
        }),
        foot: t('record.do.wrongClock.foot'),
        fields: [
          { kind: 'moment', name: 'at', label: t('record.do.wrongClock.at'), isRequired: true },
          { kind: 'text', name: 'reason', label: t('record.do.wrongClock.reason'), isRequired: true },
        ],
        command: (filled) => ({ kind: 'correct_attempt', no: misdated.no, at: filled.moment('at') ?? now, reason: filled.text('reason') }),
      }
    : null
  const correct: RecordAction = {
    id: 'correct',
    label: t('record.do.correct.label'),
    why: null,
    title: t('record.do.correct.title'),
    foot: t('record.do.correct.foot'),
    fields: [
      { kind: 'moment', name: 'receivedAt', label: t('record.do.correct.receivedAt'), isRequired: true },
      { kind: 'text', name: 'reason', label: t('record.do.correct.reason'), isRequired: true },
    ],
    start: { moments: { receivedAt: toTypedMoment(record.receivedAt, now, zone) } },
    command: (filled) => ({
      kind: 'correct_received',
      receivedAt: filled.moment('receivedAt') ?? record.receivedAt,
      reason: filled.text('reason'),
    }),
  }
  return [...(wrongClock ? [wrongClock] : []), note, ...(record.sourcePartner === null ? [] : [mayTell]), correct]
}
