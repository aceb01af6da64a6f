import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { failureWords, PLACES, useZone } from '../../office'
import { Button, Empty, Loading, recordPlace, stepOf, type Step } from '../../ui'
import { BoardHead } from './BoardHead'
import { BoardTable } from './BoardTable'
import { chosen, isFiltered, UNFILTERED, type Placed } from './choice'
import { DatesAhead } from './DatesAhead'
import { ReleasesEnding } from './ReleasesEnding'
import { GoalsDue } from './GoalsDue'
import { FilterWords } from './FilterWords'
import { GiveMany } from './GiveMany'
import { GivenLine, type Given } from './Give'
import { inLanes, Lanes } from './Lanes'
import { Sheet } from './Sheet'
import { TableFoot } from './TableFoot'
import { useLines } from './table-model'
import { Ticker } from './Ticker'
import { useBoard } from './use-board'
import { rowKeys, useBoardCommands } from './use-board-commands'
import { useChoice } from './use-choice'
import { usePicks } from './use-picks'
import { focusRow, useRowKeys } from './use-row-keys'
import { Unexplained } from './Unexplained'
import { Withheld } from './Withheld'
import css from './Board.module.css'

/** One column: the sheet would cover the list, so nothing is chosen before somebody does it. */
const isNarrow = () => window.matchMedia('(max-width: 56rem)').matches

/** Who is waiting, what is due, what do I do now. */
export function Board() {
  const { t } = useTranslation()
  const zone = useZone()
  const [, go] = useLocation()
  const { all, now, shiftEndsAt, readAt, failure, loading, again, turn } = useBoard()
  const ready = readAt !== undefined
  const [choice, change] = useChoice()
  const [giving, setGiving] = useState(false)
  const [given, setGiven] = useState<Given | null>(null)
  const { standing, owner, direction, source } = choice
  const rows = useMemo(() => chosen(all, { standing, owner, direction, source }), [all, standing, owner, direction, source])
  const lines = useLines(rows, choice)
  const ordered = useMemo(
    () => (choice.view === 'table' ? { group: choice.group, sort: choice.sort } : null),
    [choice.view, choice.group, choice.sort],
  )
  // Without the chosen row: the sentence is not drawn again at each arrow.
  const { view, sort, group } = choice
  const looked = useMemo(
    () => ({ view, standing, owner, direction, source, sort, group, at: null }),
    [view, standing, owner, direction, source, sort, group],
  )
  const table = choice.view === 'table'
  const order = useMemo(
    () => (table ? lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])) : inLanes(rows).map((row) => row.id)),
    [table, lines, rows],
  )
  const row = rows.find((one) => one.id === choice.at)
  const select = useCallback(
    (at: string | null) => {
      setGiving(false)
      change({ at })
    },
    [change],
  )
  const openRow = useCallback((id: string) => go(recordPlace(id)), [go])
  const move = useRowKeys(order, row?.id ?? null, select)
  const picks = usePicks(table, order, row?.id ?? null, move)
  const picked = rows.filter(({ id }) => picks.picked.has(id))
  useFirstRow(ready, order, row !== undefined, select)

  const open = useCallback((one: Placed | undefined, step?: Step) => one && go(recordPlace(one.id, step)), [go])
  const writeNew = () => go(`${PLACES.newHandoff}?`)
  const keys = {
    row,
    table,
    all: all.length,
    filtered: isFiltered(choice),
    move,
    open,
    select,
    writeNew,
    give: () => setGiving(true),
    change,
    picks,
  }
  useBoardCommands(keys)
  const onKeyDown = rowKeys(keys)
  const acts = {
    giving,
    onGiving: (on: boolean) => {
      setGiving(on)
      if (!on && row) focusRow(row.id)
    },
    onOpen: () => open(row),
    onLog: () => open(row, 'log'),
    onPrimary: () => row && open(row, stepOf(row.next.kind)),
    onGiven: (done: Given) => {
      setGiving(false)
      setGiven(done)
      focusRow(done.id)
    },
  }
  const leaveMany = () => {
    setGiving(false)
    picks.none()
    if (row) focusRow(row.id)
  }
  if (readAt === undefined) {
    return (
      <main className="main states" id="main" tabIndex={-1}>
        <h1 className="hidden">{t('board.title')}</h1>
        {failure ? (
          <Empty title={failureWords(t, failure)} act={<Button onPress={again}>{t('board.again')}</Button>} />
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
      view={choice.view}
      onView={(view) => change({ view })}
      onNew={writeNew}
    />
  )
  const nobody =
    all.length === 0 ? (
      <div className={css.hollow}>
        <Empty
          title={t('board.empty.title')}
          act={
            <Button look="do" keys="N" onPress={writeNew}>
              {t('board.newHandoff')}
            </Button>
          }
        >
          {t('board.empty.text')}
        </Empty>
      </div>
    ) : (
      rows.length === 0 && (
        <div className={css.hollow}>
          <Empty
            title={t('board.nothing.title')}
            act={
              <Button keys="Backspace" onPress={() => change(UNFILTERED)}>
                {t('board.nothing.act', { count: all.length })}
              </Button>
            }
          >
            {t('board.nothing.text')}
          </Empty>
        </div>
      )
    )
  const filters = all.length > 0 && (
    <FilterWords
      standing={standing}
      owner={owner}
      direction={direction}
      source={source}
      order={ordered}
      onChange={change}
      all={all}
      choice={looked}
    />
  )
  const ticker = <Ticker rows={all} readAt={readAt} shiftEndsAt={shiftEndsAt} onTurn={turn} onStale={again} />
  const undo = given && <GivenLine key={given.id} given={given} onGone={() => setGiven(null)} />
  return table ? (
    <main className={`main ${css.tableMain}`} id="main" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={css.tablePage}>
        <div>
          {head}
          {filters}
        </div>
        {nobody || <BoardTable lines={lines} choice={choice} onChange={change} onOpen={openRow} now={now} zone={zone} picks={picks} />}
        <div className={css.foot}>
          <GoalsDue />
          <DatesAhead />
          <ReleasesEnding />
          <Unexplained />
          <Withheld />
          {picked.length > 0 ? (
            <GiveMany ids={picked.map(({ id }) => id)} giving={giving} onGiving={setGiving} onDone={leaveMany} />
          ) : (
            row && <TableFoot picks={picks} row={row} filtered={isFiltered(choice)} {...acts} />
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
        {filters}
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
        <DatesAhead />
        <ReleasesEnding />
        <Unexplained />
        <Withheld />
      </div>
      {row && <Sheet row={row} now={now} zone={zone} onClose={() => select(null)} {...acts} />}
      {undo}
      {ticker}
    </main>
  )
}

/** The first row is open when the board opens: the next thing, first. Whoever closes it has it closed. */
function useFirstRow(ready: boolean, order: readonly string[], any: boolean, select: (id: string) => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || !ready) return
    done.current = true
    const [first] = order
    if (!any && first !== undefined && !isNarrow()) select(first)
  }, [ready, order, any, select])
}
