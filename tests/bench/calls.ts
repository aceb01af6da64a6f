import { MINUTE } from '#shared/domain/core/moment'
import type { HandoffId } from '#shared/domain/core/ids'
import type { Input } from '#shared/contract/index'
import { computeTimes, type Times } from './statistics'
import type { BenchOffice } from './bench-office'
import { prepareStatements, type Statements } from './statements'

export interface CallMeasurement {
  readonly what: string
  readonly total: number
  readonly call: Times
  readonly statement: Times
  /** Median of call ÷ statement, measured alternately. */
  readonly ratio: number
}

interface Measure {
  readonly what: string
  readonly turns: number
  readonly call: (office: BenchOffice, turn: number) => Promise<unknown>
  readonly statement: (statements: Statements, office: BenchOffice, turn: number) => unknown
}

// As a worker types a name, key by key.
const TYPED = ['a', 'am', 'ama', 'amal', 's', 'si', 'sim', 'simr', 'g', 'gw', 'gwe', 'gwen']
const NAMES = ['Am', 'Amal', 'Simran', 'Gwen L', 'Zoria', 'Hodan']
const SAMPLES_KEPT = 40

const attempt = (id: HandoffId): Input<'handoff.execute'> => ({
  id,
  command: {
    kind: 'log_attempt',
    at: null,
    channel: 'call',
    wayId: 'w1',
    outcome: 'no_answer',
    safeCheck: 'safe',
    note: '',
    checkAt: null,
    override: false,
  },
})

const MEASURES: readonly Measure[] = [
  { what: 'board', turns: 200, call: (office) => office.call('board.read', {}), statement: (statements) => statements.board() },
  {
    what: 'open a record',
    turns: 150,
    call: (office, turn) => office.call('handoff.read', { id: office.open[turn % office.open.length] as HandoffId }),
    statement: (statements, office, turn) => statements.record(office.open[turn % office.open.length] ?? ''),
  },
  {
    what: 'search as you type',
    turns: 120,
    call: (office, turn) => office.call('search.find', { text: TYPED[turn % TYPED.length] ?? '' }),
    statement: (statements, _office, turn) => statements.search(TYPED[turn % TYPED.length] ?? ''),
  },
  {
    what: 'alike while typing (H3)',
    turns: 60,
    call: (office, turn) => office.call('handoff.similar', { name: NAMES[turn % NAMES.length] ?? '', alias: '', phone: '' }),
    statement: (statements, _office, turn) => statements.similar((NAMES[turn % NAMES.length] ?? '').split(' ')[0]?.toLowerCase() ?? ''),
  },
  {
    // Last, because it writes: the statement's handoffs are never read again.
    what: 'log an attempt (durable)',
    turns: 100,
    call: (office, turn) => {
      office.clock += MINUTE
      return office.call('handoff.execute', attempt(office.open[turn % SAMPLES_KEPT] as HandoffId))
    },
    statement: (statements, office, turn) =>
      statements.attempt(office.open[SAMPLES_KEPT + (turn % (office.open.length - SAMPLES_KEPT))] ?? ''),
  },
]

async function timed(act: () => unknown): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** Measures alternately, office by office, call after statement, so that other load on the PC affects all alike. */
export async function measureCalls(offices: readonly BenchOffice[]): Promise<readonly CallMeasurement[]> {
  const yardsticks = offices.map((office) => prepareStatements(office))
  const rows: CallMeasurement[] = []
  for (const measure of MEASURES) {
    const samples = offices.map(() => ({ call: [] as number[], statement: [] as number[] }))
    const warm = Math.ceil(measure.turns / 10)
    for (let turn = 0; turn < measure.turns + warm; turn += 1) {
      for (const [nth, office] of offices.entries()) {
        const call = await timed(() => measure.call(office, turn))
        const statement = await timed(() => measure.statement(yardsticks[nth] as Statements, office, turn))
        if (turn < warm) continue
        samples[nth]?.call.push(call)
        samples[nth]?.statement.push(statement)
      }
    }
    for (const [nth, office] of offices.entries()) {
      const { call = [], statement = [] } = samples[nth] ?? {}
      rows.push({
        what: measure.what,
        total: office.total,
        call: computeTimes(call),
        statement: computeTimes(statement),
        ratio: computeTimes(call.map((one, turn) => one / (statement[turn] ?? 1))).median,
      })
    }
  }
  return rows
}
