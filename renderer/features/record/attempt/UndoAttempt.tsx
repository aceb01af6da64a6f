import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { AttemptUndoView } from '#shared/contract/handoff/record'
import type { HandoffId } from '#shared/domain/core/ids'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../../office'
import { describeState } from '../../../components'
import { announce, Banner, Button, useCommands } from '../../../ui'
import { useHandoffCommand } from '../actions/use-handoff-command'

/**
 * H13: a line that stays while the newest attempt may be taken back, and says what then stands again. `number`: on another page, where
 * the record is not in view.
 */
export function UndoAttempt({ id, undo, number }: { readonly id: HandoffId; readonly undo: AttemptUndoView; readonly number?: number }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, failure, sending } = useHandoffCommand(id)
  const takeBack = async () => {
    if (await run({ kind: 'withdraw_attempt', no: undo.no })) announce(t('record.outcome.undone'))
  }
  useCommands([{ id: 'undo-attempt', label: t('record.ahead.undo'), keys: 'Ctrl Z', run: () => void takeBack() }])
  if (now >= undo.until) return null
  const facts = { when: formatDayAndTime(undo.at, now, zone), what: t(`vocabulary.outcome.${undo.outcome}`) }
  return (
    <Banner tone="plain">
      <span>
        {number === undefined ? t('record.outcome.undoLine', facts) : t('record.outcome.undoLineOf', { ...facts, number })}{' '}
        {t('record.outcome.undoRestores', { until: formatTime(undo.until, zone), state: describeState(t, undo.restores) })}
        {failure && ` ${describeFailure(t, failure)}`}
      </span>{' '}
      <Button keys="Ctrl Z" busy={sending} onPress={() => void takeBack()}>
        {t('record.ahead.undo')}
      </Button>
    </Banner>
  )
}

/** The same on every page but the record itself, which shows its own. */
export function OwnUndoAttempt() {
  const [location] = useLocation()
  const { value } = useOffice('handoff.findUndo', {})
  if (!value || location.split('?')[0] === ROUTES.handoff(value.id)) return null
  return <UndoAttempt id={value.id} undo={value} number={value.number} />
}
