import { useTranslation } from 'react-i18next'
import { useMinute, useZone } from '../../../office'
import { describeEarly, Name, labelPrimaryAction } from '../../../components'
import { Button } from '../../../ui'
import type { PlacedRow } from '../filters/board-filters'
import { AssignForm } from '../sheet/AssignForm'
import type { RowSelection } from './use-row-selection'
import type { SheetCallbacks } from '../sheet/SheetNextAction'
import css from '../board.module.css'

/** The selected row's keys, each of them a button too. */
export function TableFoot({
  row,
  filtered,
  isAssigning: giving,
  onAssigning: onGiving,
  onAssigned,
  onPrimary,
  onLog,
  onOpen,
  picks,
}: SheetCallbacks & { readonly row: PlacedRow; readonly filtered: boolean; readonly picks: RowSelection }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  if (giving)
    return (
      <div className={`keys ${css.keys}`}>
        <AssignForm id={row.id} number={row.number} assignedTo={row.assignedTo} onAssigned={onAssigned} onCancel={() => onGiving(false)} />
      </div>
    )
  return (
    <div className={`keys ${css.keys}`} role="group" aria-label={t('board.keys.label')}>
      <b>
        <Name>{row.label}</Name>, {t('handoffState.number', { number: row.number })}
      </b>
      <Button look="bare" keys="C" why={describeEarly(t, row.next, row, now, zone)} onPress={onPrimary}>
        {labelPrimaryAction(t, row.next, row.reachBy)}
      </Button>
      <Button look="bare" keys="Enter" onPress={onOpen}>
        {t('board.sheet.open')}
      </Button>
      <Button look="bare" keys="L" onPress={onLog}>
        {t('board.sheet.log')}
      </Button>
      <Button look="bare" keys="G" onPress={() => onGiving(true)}>
        {t('board.sheet.give')}
      </Button>
      <Button look="bare" keys="X" onPress={() => picks.toggle(row.id)}>
        {t('board.many.pick')}
      </Button>
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd> {t('board.keys.move')}
      </span>
      {filtered && (
        <span>
          <kbd>Backspace</kbd> {t('board.keys.all')}
        </span>
      )}
    </div>
  )
}
