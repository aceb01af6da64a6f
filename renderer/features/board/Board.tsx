import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { describeFailure, ROUTES, useZone } from '../../office'
import { linkToRecord, findRecordStep, type RecordStep } from '../../components'
import { Button, EmptyState, Loading } from '../../ui'
import { BoardHead } from './BoardHead'
import { BoardTable } from './table/BoardTable'
import { filterRows, isFiltered, NO_FILTER, type PlacedRow } from './filters/board-filters'
import { DeadlinesAhead } from './notices/DeadlinesAhead'
import { ReleasesEnding } from './notices/ReleasesEnding'
import { GoalsDue } from './notices/GoalsDue'
import { FilterSentence } from './filters/FilterSentence'
import { AssignMany } from './table/AssignMany'
import { AssignedLine, type AssignedHandoff } from './sheet/AssignForm'
import { sortIntoLanes, Lanes } from './lanes/Lanes'
import { HandoffSheet } from './sheet/HandoffSheet'
import { TableFoot } from './table/TableFoot'
import { useTableLines } from './table/table-model'
import { BoardTicker } from './BoardTicker'
import { useBoard } from './use-board'
import { handleRowKeys, useBoardCommands } from './use-board-commands'
import { useBoardFilters } from './filters/use-board-filters'
import { useRowSelection } from './table/use-row-selection'
import { focusRow, useRowKeys } from './use-row-keys'
import { UnexplainedOverrides } from './notices/UnexplainedOverrides'
import { RestrictedRecords } from './notices/RestrictedRecords'
import css from './board.module.css'

/** Tells whether there is one column: the sheet would cover the list, so no row is selected automatically. */
const isNarrow = () => window.matchMedia('(max-width: 56rem)').matches

/** The board: who is waiting, what is due, and what to do now. */
export function Board() {
  const { t } = useTranslation()
  const zone = useZone()
  const [, go] = useLocation()
  const { all, now, shiftEndsAt, readAt, failure, loading, again, turn } = useBoard()
  const ready = readAt !== undefined
  const [filters, change] = useBoardFilters()
  const [isAssigning, setAssigning] = useState(false)
  const [assigned, setAssigned] = useState<AssignedHandoff | null>(null)
  const { urgency, owner, direction, source } = filters
  const rows = useMemo(() => filterRows(all, { urgency, owner, direction, source }), [all, urgency, owner, direction, source])
  const lines = useTableLines(rows, filters)
  const ordered = useMemo(
    () => (filters.view === 'table' ? { group: filters.group, sort: filters.sort } : null),
    [filters.view, filters.group, filters.sort],
  )
  // The selected row is left out: the sentence is not rendered again at each arrow key.
  const { view, sort, group } = filters
  const looked = useMemo(
    () => ({ view, urgency, owner, direction, source, sort, group, at: null }),
    [view, urgency, owner, direction, source, sort, group],
  )
  const table = filters.view === 'table'
  const order = useMemo(
    () => (table ? lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])) : sortIntoLanes(rows).map((row) => row.id)),
    [table, lines, rows],
  )
  const row = rows.find((one) => one.id === filters.at)
  const select = useCallback(
    (at: string | null) => {
      setAssigning(false)
      change({ at })
    },
    [change],
  )
  const openRow = useCallback((id: string) => go(linkToRecord(id)), [go])
  const move = useRowKeys(order, row?.id ?? null, select)
  const picks = useRowSelection(table, order, row?.id ?? null, move)
  const picked = rows.filter(({ id }) => picks.picked.has(id))
  useSelectFirstRow(ready, order, row !== undefined, select)

  const open = useCallback((one: PlacedRow | undefined, step?: RecordStep) => one && go(linkToRecord(one.id, step)), [go])
  const createHandoff = () => go(`${ROUTES.createHandoff}?`)
  const keys = {
    row,
    table,
    all: all.length,
    isFiltered: isFiltered(filters),
    move,
    open,
    select,
    createHandoff,
    assign: () => setAssigning(true),
    change,
    picks,
  }
  useBoardCommands(keys)
  const onKeyDown = handleRowKeys(keys)
  const acts = {
    isAssigning,
    onAssigning: setAssigning,
    onOpen: () => open(row),
    onLog: () => open(row, 'log'),
    onPrimary: () => row && open(row, findRecordStep(row.next.kind)),
    onAssigned: (done: AssignedHandoff) => {
      setAssigning(false)
      setAssigned(done)
      focusRow(done.id)
    },
  }
  const leaveMany = () => {
    setAssigning(false)
    picks.none()
    if (row) focusRow(row.id)
  }
  if (readAt === undefined) {
    return (
      <main className="main states" id="main" tabIndex={-1}>
        <h1 className="hidden">{t('board.title')}</h1>
        {failure ? (
          <EmptyState title={describeFailure(t, failure)} action={<Button onPress={again}>{t('board.again')}</Button>} />
        ) : (
          loading && <Loading>{t('board.loading')}</Loading>
        )}
      </main>
    )
  }
  const head = (
    <BoardHead
      all={all}
      now={now}
      zone={zone}
      shiftEndsAt={shiftEndsAt}
      view={filters.view}
      onView={(view) => change({ view })}
      onNew={createHandoff}
    />
  )
  const nobody =
    all.length === 0 ? (
      <div className={css.hollow}>
        <EmptyState
          title={t('board.empty.title')}
          action={
            <Button look="do" keys="N" onPress={createHandoff}>
              {t('board.newHandoff')}
            </Button>
          }
        >
          {t('board.empty.text')}
        </EmptyState>
      </div>
    ) : (
      rows.length === 0 && (
        <div className={css.hollow}>
          <EmptyState
            title={t('board.nothing.title')}
            action={
              <Button keys="Backspace" onPress={() => change(NO_FILTER)}>
                {t('board.nothing.act', { count: all.length })}
              </Button>
            }
          >
            {t('board.nothing.text')}
          </EmptyState>
        </div>
      )
    )
  const filterSentence = all.length > 0 && (
    <FilterSentence
      urgency={urgency}
      owner={owner}
      direction={direction}
      source={source}
      order={ordered}
      onChange={change}
      all={all}
      filters={looked}
    />
  )
  const ticker = <BoardTicker rows={all} readAt={readAt} shiftEndsAt={shiftEndsAt} onTurn={turn} onStale={again} />
  const undo = assigned && <AssignedLine key={assigned.id} assigned={assigned} onGone={() => setAssigned(null)} />
  return table ? (
    <main className={`main ${css.tableMain}`} id="main" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={css.tablePage}>
        <div>
          {head}
          {filterSentence}
        </div>
        {nobody || <BoardTable lines={lines} filters={filters} onChange={change} onOpen={openRow} now={now} zone={zone} picks={picks} />}
        <div className={css.foot}>
          <GoalsDue />
          <DeadlinesAhead />
          <ReleasesEnding />
          <UnexplainedOverrides />
          <RestrictedRecords />
          {picked.length > 0 ? (
            <AssignMany ids={picked.map(({ id }) => id)} isAssigning={isAssigning} onAssigning={setAssigning} onDone={leaveMany} />
          ) : (
            row && <TableFoot picks={picks} row={row} filtered={isFiltered(filters)} {...acts} />
          )}
        </div>
      </div>
      {undo}
      {ticker}
    </main>
  ) : (
    <main className={`main split ${row ? '' : css.alone}`} id="main" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={css.list}>
        {head}
        {filterSentence}
        {nobody || (
          <Lanes
            rows={rows}
            now={now}
            zone={zone}
            shiftEndsAt={shiftEndsAt}
            selected={row?.id ?? null}
            onSelect={select}
            onOpen={openRow}
          />
        )}
        <GoalsDue />
        <DeadlinesAhead />
        <ReleasesEnding />
        <UnexplainedOverrides />
        <RestrictedRecords />
      </div>
      {row && <HandoffSheet row={row} now={now} zone={zone} onClose={() => select(null)} {...acts} />}
      {undo}
      {ticker}
    </main>
  )
}

/** Selects the first row when the board opens. A row that the worker closes stays closed. */
function useSelectFirstRow(ready: boolean, order: readonly string[], any: boolean, select: (id: string) => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || !ready) return
    done.current = true
    const [first] = order
    if (!any && first !== undefined && !isNarrow()) select(first)
  }, [ready, order, any, select])
}
