import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatLongDay, formatNumberWord, formatTime } from '#shared/domain/core/wording'
import { Button, Choices, PageHead } from '../../ui'
import { BOARD_VIEWS, type PlacedRow, type BoardView } from './filters/board-filters'

interface Props {
  readonly all: readonly PlacedRow[]
  readonly now: Instant
  readonly zone: Zone
  readonly shiftEndsAt: Instant
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
  readonly onNew: () => void
}

/** The head of the board: the day, one sentence about it, lanes or table, and the button for a new handoff. */
export function BoardHead({ all, now, zone, shiftEndsAt, view, onView, onNew }: Props) {
  const { t } = useTranslation()
  const late = all.filter((row) => row.lane === 'overdue').length
  const due = all.filter((row) => row.lane === 'this_shift' && row.clockAt >= now && row.clockAt <= shiftEndsAt).length
  const time = formatTime(shiftEndsAt, zone)
  const n = (count: number) => formatNumberWord(count, true)
  return (
    <PageHead
      title={formatLongDay(now, zone)}
      actions={
        <>
          <Choices
            label={t('board.showAs')}
            quietLabel
            look="seg"
            value={view}
            onChange={onView}
            options={BOARD_VIEWS.map((value) => ({ value, label: t(`board.${value}`) }))}
          />
          <Button keys="N" onPress={onNew}>
            {t('board.newHandoff')}
          </Button>
        </>
      }
    >
      {late === 0 ? t('board.sum.overdueNone') : t('board.sum.overdue', { count: late, n: n(late) })}{' '}
      {due === 0 ? t('board.sum.dueNone', { time }) : t(late === 0 ? 'board.sum.due' : 'board.sum.more', { count: due, n: n(due), time })}
    </PageHead>
  )
}
