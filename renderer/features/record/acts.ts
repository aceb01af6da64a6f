import { MAY_TELL_SOURCE, SOURCE_ANSWERS, type MayTellSource, type SourceAnswer } from '#shared/domain/vocabulary'
import { typedOf } from '../../ui'
import type { Act, ActAround } from './act'
import { agreedActs } from './acts-agreed'
import { endingActs } from './acts-ending'
import { meetingActs, ownerActs } from './acts-meeting'

const CONTACTING = ['contact_due', 'attempting', 'loop_back_asked', 'reached_not_confirmed', 'waiting_for_her']

/** Everything that section 3 names, as far as it fits this handoff; what cannot be done now says why. */
export function actsOf(around: ActAround): readonly Act[] {
  const { record } = around
  const open = record.closed === null && record.enteredInError === null
  return [
    ...(open
      ? [
          ...permissionActs(around),
          ...sourceActs(around),
          ...waitingActs(around),
          ...meetingActs(around),
          ...agreedActs(around),
          ...ownerActs(around),
        ]
      : []),
    ...noteActs(around),
    ...endingActs(around),
  ]
}

function permissionActs({ t, record }: ActAround): readonly Act[] {
  if (record.direction === 'incoming') return []
  const pending = record.permission === 'pending'
  const permission: Act = {
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
        needed: true,
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
  const accept: Act = {
    id: 'accept',
    label: t('record.do.accept.label'),
    why: pending ? t('failure.refused.permission_pending') : null,
    title: t('record.do.accept.title'),
    foot: t('record.do.accept.foot'),
    fields: [
      { kind: 'text', name: 'acceptedBy', label: t('record.do.accept.acceptedBy'), needed: true },
      ...(internal ? [{ kind: 'staff', name: 'worker', label: t('record.do.accept.worker'), needed: true } as const] : []),
      { kind: 'moment', name: 'at', label: t('record.do.accept.at') },
    ],
    ...(internal ? { start: { texts: { acceptedBy: record.to } } } : {}),
    command: (filled) => ({
      kind: 'record_acceptance',
      acceptedBy: filled.text('acceptedBy'),
      worker: filled.maybeStaff('worker'),
      at: filled.moment('at'),
    }),
  }
  return [...(pending ? [permission] : []), ...(record.acceptance === null ? [accept] : [])]
}

function sourceActs({ t, record }: ActAround): readonly Act[] {
  if (record.sourcePartner === null) return []
  const asked = record.loopBack !== null && record.loopBack.answer === null
  const contacting = CONTACTING.includes(record.state.kind)
  const ask: Act = {
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
  const answer: Act = {
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
        needed: true,
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
  return [...(asked ? [answer] : []), ...(contacting || asked ? [ask] : [])]
}

function waitingActs({ t, record }: ActAround): readonly Act[] {
  if (!CONTACTING.includes(record.state.kind)) return []
  const { state } = record
  const wait: Act = {
    id: 'wait',
    label: t('record.do.wait.label'),
    why: null,
    title: t('record.do.wait.title'),
    fields: [
      {
        kind: 'choice',
        name: 'why',
        label: t('record.do.wait.why'),
        needed: true,
        options: [
          { value: 'she_calls_us', label: t('record.do.wait.she_calls_us') },
          { value: 'she_asked', label: t('record.do.wait.she_asked') },
        ],
      },
      { kind: 'moment', name: 'checkAt', label: t('record.do.wait.checkAt'), needed: true },
    ],
    command: (filled) => ({
      kind: 'agree_waiting',
      why: filled.text('why') === 'she_asked' ? 'she_asked' : 'she_calls_us',
      checkAt: filled.moment('checkAt') ?? 0,
    }),
  }
  if (state.kind !== 'waiting_for_her') return [wait]
  const stopped = record.stoppedAt !== null || state.why === 'no_safe_way'
  const end: Act = {
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

function noteActs({ t, record, now, zone }: ActAround): readonly Act[] {
  const note: Act = {
    id: 'note',
    label: t('record.do.note.label'),
    why: null,
    title: t('record.do.note.title'),
    fields: [
      { kind: 'note', name: 'note', label: t('record.do.note.note'), needed: true },
      { kind: 'check', name: 'herWords', label: t('record.do.note.herWords') },
    ],
    command: (filled) => ({ kind: 'add_note', note: filled.text('note'), herWords: filled.checked('herWords') }),
  }
  const mayTell: Act = {
    id: 'may-tell',
    label: t('record.do.mayTell.label'),
    why: null,
    title: t('record.do.mayTell.title'),
    fields: [
      {
        kind: 'choice',
        name: 'level',
        label: t('record.do.mayTell.level'),
        needed: true,
        options: MAY_TELL_SOURCE.map((value) => ({ value, label: t(`word.mayTell.${value}`) })),
      },
    ],
    start: { texts: { level: record.mayTellSource } },
    command: (filled) => ({ kind: 'set_may_tell', mayTellSource: filled.text('level') as MayTellSource }),
  }
  const correct: Act = {
    id: 'correct',
    label: t('record.do.correct.label'),
    why: null,
    title: t('record.do.correct.title'),
    foot: t('record.do.correct.foot'),
    fields: [
      { kind: 'moment', name: 'receivedAt', label: t('record.do.correct.receivedAt'), needed: true },
      { kind: 'text', name: 'reason', label: t('record.do.correct.reason'), needed: true },
    ],
    start: { moments: { receivedAt: typedOf(record.receivedAt, now, zone) } },
    command: (filled) => ({
      kind: 'correct_received',
      receivedAt: filled.moment('receivedAt') ?? record.receivedAt,
      reason: filled.text('reason'),
    }),
  }
  return [note, ...(record.sourcePartner === null ? [] : [mayTell]), correct]
}
