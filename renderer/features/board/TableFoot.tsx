import { useTranslation } from 'react-i18next'
import { Button, Name, primaryWords } from '../../ui'
import type { Placed } from './choice'
import { Give } from './Give'
import type { Picks } from './use-picks'
import type { SheetActs } from './SheetNext'
import css from './Board.module.css'

/** The chosen row's keys, each of them a button too. */
export function TableFoot({
  row,
  filtered,
  giving,
  onGiving,
  onGiven,
  onPrimary,
  onLog,
  onOpen,
  picks,
}: SheetActs & { readonly row: Placed; readonly filtered: boolean; readonly picks: Picks }) {
  const { t } = useTranslation()
  if (giving)
    return (
      <div className={`keys ${css.keys}`}>
        <Give id={row.id} number={row.number} assignedTo={row.assignedTo} onGiven={onGiven} onCancel={() => onGiving(false)} />
      </div>
    )
  return (
    <div className={`keys ${css.keys}`} role="group" aria-label={t('board.keys.label')}>
      <b>
        <Name>{row.label}</Name>, {t('standing.number', { number: row.number })}
      </b>
      <Button look="bare" keys="C" onPress={onPrimary}>
        {primaryWords(t, row.next)}
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
