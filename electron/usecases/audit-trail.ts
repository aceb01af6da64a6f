import type { z } from 'zod'
import type { audit as contract } from '#shared/contract/audit'
import type { Failure } from '#shared/contract/entry'
import type { AuditFinding } from '#shared/domain/audit'
import { DAY, localOf } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { againstMemory, auditHead, auditTail, lastCheck, markChecked, verifyAudit } from '../storage/audit'
import type { ReadableDb } from '../storage/database'
import { namesIn, type Names } from '../storage/names'
import { officeRow } from '../storage/office-records'
import { pagesAreWhole } from '../storage/pages'
import { clockMark, office } from '../storage/schema'
import { trailAsCsv } from './audit-export'
import type { Desk } from './desk'
import type { Door } from './door'
import { closedToYou, sittingAt, stillSits } from './sitting'

type Calls = typeof contract
type Checked = z.input<Calls['audit.check']['output']>
type Explain = z.output<Calls['audit.explain']['input']>
type Export = z.output<Calls['audit.export']['input']>
type TrailDoor = Door & Pick<Desk, 'hidden'>

/** So much of a code is compared with paper by eye: 64 bits. */
const DIGITS = 16

/** Names for ids; whoever is not known is nobody. */
function named(finding: AuditFinding, names: Names): Checked['findings'][number] {
  if (finding.kind !== 'missing') return finding
  return { ...finding, by: finding.by.map(({ by, count }) => ({ by: by === null ? null : names.worker(by) || null, count })) }
}

function clockSeen(db: ReadableDb): Checked['clock'] {
  const mark = db.select({ driftSeen: clockMark.driftFlagged, resets: clockMark.resets }).from(clockMark).get()
  return mark ?? { driftSeen: false, resets: 0 }
}

/** T1, D5: the whole chain, its end against what this PC remembers, and every page. Whatever is found stays until it is explained. */
function checkBook(door: TrailDoor): Outcome<Checked, Failure> {
  const memory = door.ledger.recallHead()
  const at = door.now()
  return door.deeds.carryOut(
    (db): Outcome<Checked, Failure> => {
      const chain = verifyAudit(db, auditTail(db))
      const { entries, first, last } = chain
      const findings = [...chain.findings, ...(door.ledger.doubtful ? door.ledger.doubt : againstMemory(db, memory))]
      const whole = pagesAreWhole(db)
      const names = namesIn(db)
      const all: Checked['findings'] = [...findings.map((one) => named(one, names)), ...(whole ? [] : [{ kind: 'pages' } as const])]
      markChecked(
        db,
        at,
        all.map(({ kind }) => kind),
      )
      return ok({ at, entries, first, last, findings: all, clock: clockSeen(db), head: null })
    },
    ({ entries, findings }) => ({ kind: 'checked', facts: { entries, findings: findings.length } }),
  )
}

/** The same, asked for by whoever sits there. */
function check(door: TrailDoor): Outcome<Checked, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { book } = sitting.value
  const checked = checkBook(door)
  if (!checked.ok) return checked
  // The newest entry is the one about this check.
  const head = book.read(auditHead)
  return ok({ ...checked.value, head: head && { no: head.no, code: head.code.slice(0, DIGITS) } })
}

/** D5: once a week, while nobody sits at the desk; what is found is on the director's screen at her next sign-in. */
export function weeklyCheck(door: TrailDoor): void {
  const { book } = door
  const last = book?.read(lastCheck)?.at ?? book?.read((db) => db.select({ at: office.foundedAt }).from(office).get())?.at ?? null
  const ago = last === null ? 0 : door.now() - last
  // A check from before the clock was reset may lie ahead (T3).
  if (book === null || (ago >= 0 && ago < 7 * DAY) || door.beat.disk === 'read_only') return
  checkBook(door)
}

/** T1: from now on the file is taken as it is. What is broken inside the chain or the pages no word of hers mends. */
function explain(door: TrailDoor, { why }: Explain): Outcome<{ done: true }, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const memory = door.ledger.recallHead()
  const explained = door.deeds.carryOut(
    (db): Outcome<{ done: true }, Failure> => {
      if (!door.ledger.doubtful && againstMemory(db, memory).length === 0) return refuse('nothing_to_explain')
      const left = verifyAudit(db, auditTail(db)).findings.map(({ kind }) => kind)
      const pages = lastCheck(db)?.found.filter((kind) => kind === 'pages') ?? []
      markChecked(db, door.now(), [...left, ...pages])
      return ok({ done: true })
    },
    { kind: 'explained', facts: { why } },
  )
  if (explained.ok) sitting.value.book.read((db) => door.ledger.rememberHead(db))
  return explained
}

/**
 * The trail as a file that she may take to paper or to a spreadsheet (X2). Its line is written first: the window that
 * asks where to put it may stand open past a lock, and a file without a line would be one that nobody knows of (T1).
 */
async function exported(door: TrailDoor, { from, to }: Export): Promise<Outcome<{ saved: boolean }, Failure>> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { book } = sitting.value
  const kept = door.deeds.carryOut(() => ok(null), { kind: 'exported', facts: { what: 'trail' } })
  if (!kept.ok) return kept
  const { zone, bytes } = book.read((db) => {
    const { zone } = officeRow(db)
    return { zone, bytes: trailAsCsv(db, { from, to, zone, hidden: door.hidden(db).people }) }
  })
  // L6: a file's name says nothing of anybody.
  const saved = await door.ports.files.save(`day-book-audit-${localOf(door.now(), zone).date}.csv`, bytes)
  if (saved === 'synchronised') return refuse('not_saved_there')
  return stillSits(door, sitting.value) ? ok({ saved: saved === 'saved' }) : closedToYou(door)
}

/** Is the book whole? (T1, D5). These compare it with what lies outside of it. */
export const auditCalls = (door: TrailDoor) => ({
  'audit.check': () => check(door),
  'audit.explain': (input: Explain) => explain(door, input),
  'audit.export': (input: Export) => exported(door, input),
})
