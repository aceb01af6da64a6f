import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { TaskKind } from '#shared/domain/core/vocabulary'
import { formatDayAndTime, formatDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../../office'
import { useHandoffCommand } from '../actions/use-handoff-command'

const REACHING_TASKS: readonly TaskKind[] = ['reach_her', 'neutral_check', 'relay']

/**
 * Waits for the next safe moment, the natural answer outside the safe times (P1). The next action moves there, unless it is later
 * already; what cannot be moved stays.
 */
export function useWaitForSafeTime(
  record: RecordView,
  onClose: () => void,
): { readonly words: string; readonly wait: () => Promise<void>; readonly sending: boolean } {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, sending } = useHandoffCommand(record.id)
  const from = record.plan?.nextSafe?.from
  const next = from !== undefined && from > now ? from : null
  const task = record.tasks.find((one) => REACHING_TASKS.includes(one.kind))
  const wait = async () => {
    if (next !== null && task && task.dueAt < next) await run({ kind: 'move_task', no: task.no, owner: task.ownerId, dueAt: next })
    onClose()
  }
  const when = next === null ? '' : formatDay(next, now, zone) === 'today' ? formatTime(next, zone) : formatDayAndTime(next, now, zone)
  return { words: next === null ? t('record.steps.cancel') : t('record.safe.wait', { when }), wait, sending }
}
