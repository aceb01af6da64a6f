import { mayBookMeeting } from '#shared/domain/handoff/state-questions'
import { toTypedMoment } from '../../../components'
import type { RecordAction, ActionContext } from './action'

/** Lists the actions after confirmation: a meeting, an accompaniment, or a hold (section 3). */
export function listMeetingActions({ t, record }: ActionContext): readonly RecordAction[] {
  const after = mayBookMeeting(record.state)
  return [
    {
      id: 'book',
      label: t('record.do.book.label'),
      why: after ? null : t('record.do.book.why'),
      title: t('record.do.book.title'),
      fields: [
        { kind: 'moment', name: 'at', label: t('record.do.book.at'), isRequired: true },
        { kind: 'text', name: 'what', label: t('record.do.book.what') },
      ],
      command: (filled) => ({ kind: 'book_meeting', at: filled.moment('at') ?? 0, what: filled.text('what') }),
    },
    {
      id: 'hold',
      label: t('record.do.hold.label'),
      why: after ? null : t('record.do.hold.why'),
      title: t('record.do.hold.title'),
      fields: [
        { kind: 'moment', name: 'reviewAt', label: t('record.do.hold.reviewAt'), isRequired: true },
        { kind: 'text', name: 'what', label: t('record.do.hold.what') },
      ],
      command: (filled) => ({ kind: 'put_on_hold', reviewAt: filled.moment('reviewAt') ?? 0, what: filled.text('what') }),
    },
  ]
}

/** Lists the actions about the owner and the time of the next action. */
export function listOwnerActions({ t, record, now, zone }: ActionContext): readonly RecordAction[] {
  const task = record.tasks[0]
  const assign: RecordAction = {
    id: 'assign',
    label: t('record.do.assign.label'),
    keys: 'G',
    why: null,
    title: t('record.do.assign.title'),
    foot: t('record.do.assign.foot'),
    fields: [
      { kind: 'staff', name: 'to', label: t('record.do.assign.to'), isRequired: true },
      { kind: 'text', name: 'reason', label: t('record.do.assign.reason') },
    ],
    command: (filled) => ({ kind: 'assign', to: filled.staff('to'), reason: filled.text('reason') }),
  }
  if (!task) return [assign]
  const move: RecordAction = {
    id: 'move',
    label: t('record.do.move.label'),
    why: null,
    title: t('record.do.move.title'),
    fields: [
      { kind: 'moment', name: 'dueAt', label: t('record.do.move.dueAt'), isRequired: true },
      { kind: 'staff', name: 'owner', label: t('record.do.move.owner'), isRequired: true },
    ],
    start: { texts: { owner: task.ownerId }, moments: { dueAt: toTypedMoment(Math.max(task.dueAt, now), now, zone) } },
    command: (filled) => ({ kind: 'move_task', no: task.no, owner: filled.staff('owner'), dueAt: filled.moment('dueAt') ?? task.dueAt }),
  }
  return [assign, move]
}
