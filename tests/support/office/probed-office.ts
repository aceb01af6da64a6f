import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Answer, Channel, Input, Output } from '#shared/contract/index'
import type { Topic } from '#shared/contract/call'
import type { HandoffId, MeetingId, PartnerId, PersonId, ReleaseId, StaffId } from '#shared/domain/core/ids'
import { assembleOffice, type Office } from '../../../electron/office'
import { createPorts, createVault } from '../../../electron/shell/host-ports'
import type { ReadableDb } from '../../../electron/storage/core/db-types'
import { officeRecords } from '../../../electron/storage/office/office-records'
import * as alerts from '../../../electron/usecases/board/alerts'
import type { Host } from '../../hosts/host'
import { FakeClock } from './fake-clock'
import { PASSPHRASE, setUpOffice } from './set-up-office'
import { signed } from '../domain/releases'
import { referral } from './scratch-office'
import { addWorker } from './add-workers'
import { headlessPorts } from './headless-ports'

/** What differs although nothing was changed: the clock's high-water mark, and the audit log of the tries (I2). */
const LEFT_OUT = ['clock_mark', 'audit']
/** The files that record it: wrong tries (K3), the audit checkpoint (T1), the list of times (L5). */
const FILES_LEFT_OUT = ['tries.json', 'head.json', 'next-due.json']
const WORKER = { name: 'Tamsin Boyle', passphrase: 'nine slow barges pass' } as const

/** One id of each kind, for calls that name one. */
export interface SampleIds {
  readonly director: StaffId
  readonly worker: StaffId
  readonly partner: PartnerId
  readonly persons: readonly PersonId[]
  readonly handoffs: readonly HandoffId[]
  /** Of the first handoff; the director has paused it. */
  readonly meeting: MeetingId
  /** Of the first person, who has signed it. */
  readonly release: ReleaseId
}

export interface ProbedOffice {
  readonly office: Office
  readonly clock: FakeClock
  readonly logged: readonly string[]
  /** Every announced topic, oldest first. */
  readonly topics: readonly Topic[]
  readonly must: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
  /** Counts the refused calls in the audit log (T1); 0 without an open database. */
  refusals(): number
  /**
   * Returns the SHA-256 of every table but the clock's and the audit log's, and of the files beside an open database, or of all files of
   * a closed one.
   */
  content(): string
  signIn(as?: 'director' | 'worker'): Promise<void>
  /** Opens the same folder as another process would; no worker is signed in. */
  reopen(): ProbedOffice
  end(): void
}

const listTables = (db: ReadableDb): readonly string[] =>
  db.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).map(({ name }) => name)

/** Creates the real office with the real vault at its minimum cost and a database that can be inspected (I2). The caller ends it. */
export function createProbedOffice(folder = mkdtempSync(join(tmpdir(), 'day-book-')), clock = new FakeClock()): ProbedOffice {
  const logged: string[] = []
  const topics: Topic[] = []
  let db: ReadableDb | null = null
  const log = { info: () => undefined, error: (event: string, where: string) => void logged.push(`${event} ${where}`) }
  const ports = createPorts({
    ...headlessPorts,
    clock,
    log,
    folders: { data: folder, migrations: 'drizzle/migrations' },
  })
  // The session reads its settings at each beat: there the probe gets hold of the open database.
  const settings: typeof officeRecords.loadSettings = (opened) => officeRecords.loadSettings((db = opened))
  const office = assembleOffice(ports, createVault(ports, true), {
    alerts,
    records: { ...officeRecords, loadSettings: settings },
  })
  office.onChanged((changed) => void topics.push(...changed))
  const must: ProbedOffice['must'] = async (channel, input) => {
    const answer = (await office.call(channel, input)) as Answer<Output<typeof channel>>
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
    return answer.value
  }

  // Only a changed row or schema can have changed the content; an audit entry is one row that never changes.
  let seen = { stamp: '', digest: '' }
  const tables = (database: ReadableDb): string => {
    const stamp = JSON.stringify(
      database.all(
        sql`SELECT total_changes() - (SELECT count(*) FROM audit) AS rows, (SELECT schema_version FROM pragma_schema_version) AS form`,
      ),
    )
    if (stamp === seen.stamp) return seen.digest
    const hash = createHash('sha256')
    for (const name of listTables(database)) {
      if (LEFT_OUT.includes(name)) continue
      hash.update(name)
      for (const row of database.all(sql.raw(`SELECT * FROM "${name}"`))) hash.update(JSON.stringify(row))
    }
    seen = { stamp, digest: hash.digest('hex') }
    return seen.digest
  }
  const files = (beside: boolean): string => {
    const hash = createHash('sha256')
    for (const name of readdirSync(folder).toSorted()) {
      if (FILES_LEFT_OUT.includes(name)) continue
      // Opening an open database file again, and closing it, drops its locks.
      hash.update(name).update(beside && name.startsWith('book.db') ? '' : readFileSync(join(folder, name)))
    }
    return hash.digest('hex')
  }
  return {
    office,
    clock,
    logged,
    topics,
    must,
    refusals: () => (db === null ? 0 : (db.get<{ n: number }>(sql`SELECT count(*) AS n FROM audit WHERE kind = 'refused'`).n ?? 0)),
    content: () => `${db === null ? '' : tables(db)} ${files(db !== null)}`,
    async signIn(as = 'director') {
      const passphrase = as === 'director' ? PASSPHRASE : WORKER.passphrase
      await must('session.signIn', { passphrase, staffId: null })
    },
    reopen() {
      db = null
      office.quit()
      return createProbedOffice(folder, clock)
    },
    end() {
      db = null
      office.quit()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sets the office up, with a second worker, a partner and a handoff in each direction. */
export async function fillOffice(office: ProbedOffice): Promise<SampleIds> {
  await setUpOffice({ call: ((channel, input) => office.office.call(channel, input)) as Host['call'] })
  const { must } = office
  const { me } = await must('office.state', {})
  if (me === null) throw new Error('nobody is signed in')
  const worker = await addWorker(
    { call: ((channel, input) => office.office.call(channel, input)) as Host['call'] },
    { ...WORKER, roles: ['worker'] },
  )
  const partner = (
    await must('partner.save', { id: null, name: 'Northgate Clinic', kind: 'health', phone: '780 555 0170', note: '', helpsToReach: true })
  ).id
  const made = [
    await must('handoff.create', referral(partner)),
    await must('handoff.create', {
      ...referral(partner),
      source: { kind: 'herself' },
      person: { kind: 'new', name: 'Wren Castellan', alias: '' },
    }),
    await must('handoff.create', {
      ...referral(partner),
      direction: 'outgoing',
      source: { kind: 'staff', id: me.id },
      receiver: { kind: 'partner', id: partner },
      person: { kind: 'new', name: 'Sunniva Kettlewell', alias: 'Sunny' },
    }),
    await must('handoff.create', {
      ...referral(partner),
      direction: 'internal',
      source: { kind: 'staff', id: me.id },
      receiver: { kind: 'staff', id: worker },
      person: { kind: 'new', name: 'Ottoline Marsh', alias: '' },
      assignedTo: worker,
    }),
  ]
  const persons: PersonId[] = []
  for (const { id } of made) persons.push((await must('handoff.read', { id })).personId)
  const handoffs = made.map(({ id }) => id)
  const begun = { handoffId: handoffs[0] as HandoffId, mode: 'conference_call', where: '', withoutHer: null, startedAt: null } as const
  const { id: meeting } = await must('meeting.begin', begun)
  await must('meeting.execute', { id: meeting, version: 1, command: { kind: 'pause' } })
  const { id: release } = await must('release.write', signed(persons[0] as PersonId, office.clock.now()))
  return { director: me.id, worker, partner, persons, handoffs, meeting, release }
}
