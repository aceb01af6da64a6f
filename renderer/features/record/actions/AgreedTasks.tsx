import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../../office'
import { type RecordStep } from '../../../components'
import { Button } from '../../../ui'
import { findAgreedStep, listAgreedTasks } from './agreed-actions'
import css from './agreed-tasks.module.css'

/** What was agreed in meetings and is still to do: who, by when, and what may become of it (section 7). */
export function AgreedTasks({ record, onStep }: { readonly record: RecordView; readonly onStep: (step: RecordStep) => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  // The one that is the next action is shown above, with the same choices.
  const lines = listAgreedTasks(record.tasks.slice(1))
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="agreed">
      <h3 id="agreed" className={css.title}>
        {t('record.agreed.title')}
      </h3>
      <ul className={css.lines}>
        {lines.map((task) => (
          <li key={task.no}>
            <span className={css.what}>
              <bdi dir="auto">{task.what === '' ? t('handoffState.next.plan_line.now') : task.what}</bdi>
              <span className="second">
                <bdi dir="auto">{task.ownerName}</bdi>, {t('record.next.due', { when: formatDayAndTime(task.dueAt, now, zone) })}
                {task.waitsOn !== 'nobody' && `, ${t(`record.next.waitsOn.${task.waitsOn}`)}`}
              </span>
            </span>
            <span className={css.acts}>
              {(['done', 'move', 'drop'] as const).map((action) => (
                <Button
                  key={action}
                  label={t(`record.agreed.${action}.name`, { what: task.what })}
                  onPress={() => onStep(findAgreedStep(task.no, action))}
                >
                  {t(`record.agreed.${action}.label`)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
