import type { TaskView } from '#shared/contract/board'
import { stepOf, typedOf } from '../../ui'
import type { Act, ActAround } from './act'

/** What was agreed in meetings and is still to do, the soonest first. */
export const agreedIn = (tasks: readonly TaskView[]): readonly TaskView[] => tasks.filter(({ kind }) => kind === 'plan_line')

/** Where on the record a task is done; of several lines of a plan, this one. */
export const stepFor = ({ kind, no }: Pick<TaskView, 'kind' | 'no'>): string =>
  kind === 'plan_line' ? `${stepOf(kind)}-${no}` : stepOf(kind)

/** Done, moved, or dropped with a reason: for each line of a plan. They stand beside it and are in no other list. */
export function agreedActs({ t, record, now, zone }: ActAround): readonly Act[] {
  const lines = agreedIn(record.tasks)
  const done = (task: TaskView, id: string): Act => ({
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
    ...(first ? [done(first, stepOf('plan_line'))] : []),
    ...lines.flatMap((task): readonly Act[] => [
      done(task, stepFor(task)),
      {
        id: `${stepFor(task)}-move`,
        label: t('record.agreed.move.label'),
        beside: true,
        why: null,
        title: t('record.agreed.move.title', { what: task.what }),
        fields: [
          { kind: 'moment', name: 'dueAt', label: t('record.do.move.dueAt'), needed: true },
          { kind: 'staff', name: 'owner', label: t('record.do.move.owner'), needed: true },
        ],
        start: { texts: { owner: task.ownerId }, moments: { dueAt: typedOf(Math.max(task.dueAt, now), now, zone) } },
        command: (filled) => ({
          kind: 'move_task',
          no: task.no,
          owner: filled.staff('owner'),
          dueAt: filled.moment('dueAt') ?? task.dueAt,
        }),
      },
      {
        id: `${stepFor(task)}-drop`,
        label: t('record.agreed.drop.label'),
        beside: true,
        why: null,
        title: t('record.agreed.drop.title', { what: task.what }),
        send: t('record.agreed.drop.send'),
        fields: [{ kind: 'text', name: 'reason', label: t('record.agreed.drop.reason'), needed: true }],
        command: (filled) => ({ kind: 'drop_task', no: task.no, reason: filled.text('reason') }),
      },
    ]),
  ]
}
