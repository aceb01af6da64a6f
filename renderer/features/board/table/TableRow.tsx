import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatMarginTime } from '#shared/domain/core/wording'
import {
  describeClock,
  DeadlineRisk,
  Name,
  describeNextAction,
  SafeContactStatus,
  MarkShape,
  chooseMarkTone,
  FromTo,
} from '../../../components'
import { Icon } from '../../../ui'
import type { PlacedRow } from '../filters/board-filters'
import { describeRow } from '../row-words'
import css from '../board.module.css'

interface Props {
  readonly row: PlacedRow
  readonly index: number
  readonly now: Instant
  readonly zone: Zone
  readonly selected: boolean
  /** True when the owner has a column, because there is no group line. */
  readonly owned: boolean
  /** The row where the Tab key stops. */
  readonly stop: boolean
  /** True when the row is selected for assigning together. */
  readonly picked: boolean
  readonly onPick: () => void
  readonly onSelect: () => void
  readonly onOpen: () => void
}

export function TableRow({ row, index, now, zone, selected, owned, stop, picked, onPick, onSelect, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    <tr
      data-row={row.id}
      aria-rowindex={index}
      aria-selected={selected}
      aria-label={picked ? `${t('board.many.picked')}, ${describeRow(t, row, now, zone)}` : describeRow(t, row, now, zone)}
      className={picked ? css.picked : undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={() => !selected && onSelect()}
      onClick={(event) => (event.ctrlKey || event.metaKey ? onPick() : onSelect())}
      onDoubleClick={onOpen}
    >
      <td className={`t-due ${chooseMarkTone(row.urgency)}`}>{describeClock(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</td>
      <td className="t-mark">{picked ? <Icon name="arrow" /> : <MarkShape kind={row.urgency} />}</td>
      <td className="t-at">{formatMarginTime(row.clockAt, now, zone)}</td>
      <th scope="row" className={css.tWho}>
        <b>
          <Name>{row.label}</Name>
        </b>{' '}
        <span>{row.number}</span>
      </th>
      <td className="t-way">
        <FromTo from={row.from} to={row.to} fromWord={t('board.from')} toWord={t('board.to')} />
      </td>
      <td className="t-next" dir="auto">
        {describeNextAction(t, row.next, row, now, zone)}
      </td>
      {owned && (
        <td className={`t-at ${css.tOwner}`}>
          <Name>{row.next.ownerName}</Name>
        </td>
      )}
      <td>
        <SafeContactStatus row={row} now={now} zone={zone} />
      </td>
      <td>{row.risk && <DeadlineRisk risk={row.risk} now={now} zone={zone} />}</td>
    </tr>
  )
}
