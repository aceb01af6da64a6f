import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import type { TaskKind } from '#shared/domain/vocabulary'
import { clockTime, dayOf, shortTime } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { useDo } from './use-do'

const REACHING: readonly TaskKind[] = ['reach_her', 'neutral_check', 'relay']

/**
 * P1: outside her safe times the natural answer is to wait for the next safe moment. The next action moves there,
 * unless it stands later already; what cannot be moved stays where it is.
 */
export function useWait(
  record: RecordView,
  onClose: () => void,
): { readonly words: string; readonly wait: () => Promise<void>; readonly sending: boolean } {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, sending } = useDo(record.id)
  const from = record.plan?.nextSafe?.from
  const next = from !== undefined && from > now ? from : null
  const task = record.tasks.find((one) => REACHING.includes(one.kind))
  const wait = async () => {
    if (next !== null && task && task.dueAt < next) await run({ kind: 'move_task', no: task.no, owner: task.ownerId, dueAt: next })
    onClose()
  }
  const when = next === null ? '' : dayOf(next, now, zone) === 'today' ? shortTime(next, zone) : clockTime(next, now, zone)
  return { words: next === null ? t('record.steps.cancel') : t('record.safe.wait', { when }), wait, sending }
}
