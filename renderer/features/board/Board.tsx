import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { failureWords, PLACES, useZone } from '../../office'
import { Button, Empty, Loading, primaryWords, recordPlace, stepOf, useCommands, type Command, type Step } from '../../ui'
import { BoardHead } from './BoardHead'
import { BoardTable } from './BoardTable'
import { chosen, isFiltered, UNFILTERED, type Placed } from './choice'
import { FilterWords } from './FilterWords'
import { GivenLine, type Given } from './Give'
import { inLanes, Lanes } from './Lanes'
import { Sheet } from './Sheet'
import { TableFoot } from './TableFoot'
import { useLines } from './table-model'
import { Ticker } from './Ticker'
import { useBoard } from './use-board'
import { useChoice } from './use-choice'
import { useRowKeys } from './use-row-keys'
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
  useFirstRow(ready, order, row !== undefined, select)

  const open = (one: Placed | undefined, step?: Step) => one && go(recordPlace(one.id, step))
  const writeNew = () => go(`${PLACES.newHandoff}?`)
  const ofRow: readonly Command[] = row
    ? [
        { id: 'row-do', label: primaryWords(t, row.next), keys: 'C', run: () => open(row, stepOf(row.next.kind)) },
        { id: 'row-log', label: t('board.sheet.log'), keys: 'L', run: () => open(row, 'log') },
        { id: 'row-give', label: t('board.sheet.give'), keys: 'G', run: () => setGiving(true) },
        { id: 'row-close', label: t('board.sheet.close'), keys: 'Esc', quiet: true, run: () => select(null) },
      ]
    : []
  useCommands([
    { id: 'new', label: t('board.newHandoff'), keys: 'N', run: writeNew },
    { id: 'row-next', label: t('board.move.next'), keys: 'J', run: () => move(1) },
    { id: 'row-before', label: t('board.move.before'), keys: 'K', run: () => move(-1) },
    { id: 'row-down', label: t('board.move.next'), keys: '↓', quiet: true, run: () => move(1) },
    { id: 'row-up', label: t('board.move.before'), keys: '↑', quiet: true, run: () => move(-1) },
    { id: 'view', label: t(table ? 'board.lanes' : 'board.table'), run: () => change({ view: table ? 'lanes' : 'table' }) },
    ...(isFiltered(choice)
      ? [{ id: 'show-all', label: t('board.filter.all', { count: all.length }), keys: 'Backspace', run: () => change(UNFILTERED) }]
      : []),
    ...ofRow,
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    // Lanes open by themselves; elsewhere Enter opens only from the page or a row of the table, never from a button.
    const from = event.target instanceof HTMLElement ? event.target : null
    if (event.key === 'Enter' && row && from && (from.id === 'main' || from.matches('tr[data-row]'))) open(row)
    else if (table && from?.matches('tr[data-row]') && (event.key === 'Home' || event.key === 'End'))
      move(event.key === 'Home' ? 'first' : 'last')
    else return
    event.preventDefault()
  }

  const acts = {
    giving,
    onGiving: setGiving,
    onOpen: () => open(row),
    onLog: () => open(row, 'log'),
    onPrimary: () => row && open(row, stepOf(row.next.kind)),
    onGiven: (done: Given) => {
      setGiving(false)
      setGiven(done)
    },
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
    <FilterWords standing={standing} owner={owner} direction={direction} source={source} order={ordered} onChange={change} all={all} />
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
        {nobody || <BoardTable lines={lines} choice={choice} onChange={change} onOpen={openRow} now={now} zone={zone} />}
        {row && <TableFoot row={row} filtered={isFiltered(choice)} {...acts} />}
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
