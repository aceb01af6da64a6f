import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { transactionContract } from '../contract/transaction-contract'
import type { Answer, Channel, Input, Output } from '#shared/contract/index'
import type { Failure, Topic } from '#shared/contract/call'
import type { HandoffId, PartnerId, StaffId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'
import type { StaffRole } from '#shared/domain/core/vocabulary'
import { createRouter } from '../../../electron/ipc/router'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import { officeRecords } from '../../../electron/storage/office/office-records'
import { createEncryptedDatabase } from '../../../electron/storage/core/open-database'
import { addStaff } from '../../../electron/storage/staff/staff'
import { raiseAlerts, findNextAlertAt } from '../../../electron/usecases/board/alerts'
import { useCases } from '../../../electron/usecases/index'
import { createRouterSession } from './router-session'

/** Friday 20 November 2026, 9:00 in Edmonton. */
export const FRIDAY_NINE = Date.UTC(2026, 10, 20, 15)
const zone = 'America/Edmonton'

type NewHandoff = Input<'handoff.create'>

/** Creates an office without sign-in: the real database with the real cipher, the real router, a clock that the test controls. */
export function createScratchOffice(startAt = FRIDAY_NINE) {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  const file = join(folder, 'book.db')
  const dataKey = Buffer.alloc(32, 7)
  const made = createEncryptedDatabase({ file, folder, key: dataKey, migrationsFolder: 'drizzle/migrations' })
  if (!made.ok) throw new Error(made.failure)
  const database: OfficeDatabase = made.value
  const director = { id: uuidv7() as StaffId, slotId: uuidv7() }
  let now = startAt
  const topics: Topic[] = []
  const bugs: string[] = []
  database.write((db) =>
    officeRecords.writeInitialRecords(
      db,
      {
        shelter: 'Willow House',
        zone,
        director: 'Maeve',
        passphrase: '',
        typedBack: [],
        policy: {
          standardHours: 24,
          shiftStarts: ['07:00', '19:00'],
          policeNumber: '911',
          supervisorName: 'Maeve',
          supervisorPhone: '780 555 0100',
        },
      },
      director,
      now,
      { uuid: uuidv7 },
    ),
  )
  const worker = (name: string, roles: readonly StaffRole[] = ['worker']): StaffId => {
    const id = uuidv7() as StaffId
    database.write((db) => addStaff(db, { id, name, roles, slotId: uuidv7(), temporaryUntil: null }, now))
    return id
  }
  // Until others are named the director decides (section 13).
  let me: Worker = { id: director.id, name: 'Maeve', roles: ['director', 'workflow_owner', 'data_owner'] }
  const route = createRouter(
    transactionContract,
    useCases,
    {},
    {
      ...createRouterSession(database, dataKey, folder, {
        get me() {
          return me
        },
        now: () => now,
      }),
      stage: 'open',
      database,
      get me() {
        return me
      },
      zone,
      ids: { uuid: uuidv7 },
      isFull: false,
      now: () => now,
      steady: () => ({ run: 'test', ms: now }),
      log: { info: () => undefined, error: (event, where) => void bugs.push(`${event} ${where}`) },
      raiseHighWaterMark: (db, at) => officeRecords.raiseHighWaterMark(db, at, false),
      changed: (changed) => void topics.push(...changed),
    },
  )
  const call = async <C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Output<C>>> => {
    const answer = (await route(channel, input)) as Answer<Output<C>>
    if (bugs.length > 0) throw new Error(bugs.join('; '))
    return answer
  }
  const must = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const answer = await call(channel, input)
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure satisfies Failure))
    return answer.value
  }
  return {
    database,
    file,
    director: director.id,
    worker,
    call,
    must,
    topics,
    route,
    get now() {
      return now
    },
    at: (instant: number) => void (now = instant),
    after: (ms: number) => void (now += ms),
    signIn: (id: StaffId, name: string, roles: Worker['roles'] = ['worker']) => void (me = { id, name, roles }),
    partner: async (name: string, helpsToReach = true): Promise<PartnerId> =>
      (await must('partner.save', { id: null, name, kind: 'agency', phone: '780 555 0170', note: '', helpsToReach })).id,
    /** Creates an incoming handoff with every answer, except what `change` says. */
    createHandoff: async (source: PartnerId, change: Partial<NewHandoff> = {}): Promise<HandoffId> =>
      (await must('handoff.create', { ...referral(source), ...change })).id,
    do: (id: HandoffId, command: Input<'handoff.execute'>['command']) => call('handoff.execute', { id, command }),
    /** Runs what the timer runs at this moment. */
    tick: () => database.write((db) => raiseAlerts({ db, now, zone, ids: { uuid: uuidv7 } })),
    nextAlertAt: () => database.read(findNextAlertAt),
  }
}

export const referral = (source: PartnerId): NewHandoff => ({
  direction: 'incoming',
  source: { kind: 'partner', id: source },
  receiver: { kind: 'us' },
  person: { kind: 'new', name: 'Amal Rahimi', alias: '' },
  helps: ['housing'],
  prompt: 'hearing_notice',
  note: '',
  receivedAt: null,
  earlierBecause: '',
  questions: {
    number: { kind: 'known', value: '780 555 0142', readBack: true },
    safeToCall: 'yes',
    safeTimes: [],
    language: { kind: 'known', value: 'English' },
  },
  sourceMayHelp: true,
  mayTellSource: 'receipt_only',
  risks: [],
  permissionGiven: false,
  assignedTo: null,
})

export const attempt = (
  outcome: Extract<Input<'handoff.execute'>['command'], { kind: 'log_attempt' }>['outcome'],
  change: object = {},
) => ({
  kind: 'log_attempt' as const,
  at: null,
  channel: 'call' as const,
  wayId: 'w1',
  outcome,
  safeCheck: 'safe' as const,
  note: '',
  checkAt: null,
  override: false,
  ...change,
})
