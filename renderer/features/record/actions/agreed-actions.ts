import type { TaskView } from '#shared/contract/handoff/board'
import { findRecordStep, toTypedMoment, type RecordStep, type AgreedStep } from '../../../components'
import type { RecordAction, ActionContext } from './action'

/** Lists what was agreed in meetings and is still to do, soonest first. */
export const listAgreedTasks = (tasks: readonly TaskView[]): readonly TaskView[] => tasks.filter(({ kind }) => kind === 'plan_line')

/** Where on the record a task is done; of several lines of a plan, this one. */
export const findTaskStep = ({ kind, no }: Pick<TaskView, 'kind' | 'no'>): RecordStep =>
  kind === 'plan_line' ? findAgreedStep(no, 'done') : findRecordStep(kind)

/** Where one line of a plan is done, moved or dropped. */
export const findAgreedStep = (no: number, change: 'done' | 'move' | 'drop'): AgreedStep =>
  change === 'done' ? `agreed-${no}` : `agreed-${no}-${change}`

/** Lists done, move and drop for each line of a plan. They are shown beside it and in no other list. */
export function listAgreedActions({ t, record, now, zone }: ActionContext): readonly RecordAction[] {
  const lines = listAgreedTasks(record.tasks)
  const done = (task: TaskView, id: RecordStep): RecordAction => ({
    id,
    label: t('record.agreed.done.label'),
    beside: true,
    why: null,
    title: t('record.agreed.done.title', { what: task.what }),
    send: t('record.agreed.done.send'),
    fields: [{ kind: 'text', name: 'words', label: t('record.agreed.done.words') }],
    command: (filled) => ({ kind: 'do_task', no: task.no, words: filled.text('words') }),
  })
  const [first] = lines
  return [
    // The board leads to the one that is due first, without its number.
    ...(first ? [done(first, findRecordStep('plan_line'))] : []),
    ...lines.flatMap((task): readonly RecordAction[] => [
      done(task, findTaskStep(task)),
      {
        id: findAgreedStep(task.no, 'move'),
        label: t('record.agreed.move.label'),
        beside: true,
        why: null,
        title: t('record.agreed.move.title', { what: task.what }),
        fields: [
          { kind: 'moment', name: 'dueAt', label: t('record.do.move.dueAt'), isRequired: true },
          { kind: 'staff', name: 'owner', label: t('record.do.move.owner'), isRequired: true },
        ],
        start: { texts: { owner: task.ownerId }, moments: { dueAt: toTypedMoment(Math.max(task.dueAt, now), now, zone) } },
        command: (filled) => ({
          kind: 'move_task',
          no: task.no,
          owner: filled.staff('owner'),
          dueAt: filled.moment('dueAt') ?? task.dueAt,
        }),
      },
      {
        id: findAgreedStep(task.no, 'drop'),
        label: t('record.agreed.drop.label'),
        beside: true,
        why: null,
        title: t('record.agreed.drop.title', { what: task.what }),
        send: t('record.agreed.drop.send'),
        fields: [{ kind: 'text', name: 'reason', label: t('record.agreed.drop.reason'), isRequired: true }],
        command: (filled) => ({ kind: 'drop_task', no: task.no, reason: filled.text('reason') }),
      },
    ]),
  ]
}
