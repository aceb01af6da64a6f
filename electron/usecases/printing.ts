import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { pages } from '#shared/contract/page'
import { localOf } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import type { ReadableDb } from '../storage/database'
import { loadMeeting } from '../storage/meetings'
import { officeRow } from '../storage/office-records'
import { releaseRow } from '../storage/releases'
import type { Door } from './door'
import { closedToYou, sittingAt, stillSits, type Sitting } from './sitting'

type Asked = z.output<(typeof pages)['page.save']['input']>
type AskedRelease = z.output<(typeof pages)['releasePaper.save']['input']>
/** What is printed, and of whose record or person the trail tells it; or why it is not. */
type Sheet = Outcome<{ readonly about: string; readonly what: 'her_page' | 'release' }>

/** M4: only where she wants a copy. */
function herSheet(db: ReadableDb, { id }: Asked): Sheet {
  const meeting = loadMeeting(db, id)
  if (meeting === null) return refuse('no_such_meeting')
  return meeting.copy === 'wanted' ? ok({ about: meeting.handoffId, what: 'her_page' }) : refuse('no_copy')
}

function releaseSheet(db: ReadableDb, { id }: AskedRelease): Sheet {
  const row = releaseRow(db, id)
  return row === null ? refuse('no_such_release') : ok({ about: row.personId, what: 'release' })
}

/** T1: the line is written first, because the system's window may stand open past a lock. */
function begin(door: Door, how: 'paper' | 'pdf', sheetIn: (db: ReadableDb) => Sheet): Outcome<Sitting, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const sheet = sitting.value.book.read(sheetIn)
  if (!sheet.ok) return sheet
  const { about, what } = sheet.value
  const kept = door.deeds.carryOut(() => ok(null), { kind: 'printed', about, facts: { what, how } })
  return kept.ok ? sitting : kept
}

/** A PDF of what stands on the screen. */
async function saved(door: Door, sheet: (db: ReadableDb) => Sheet): Promise<Outcome<{ saved: boolean }, Failure>> {
  const sitting = begin(door, 'pdf', sheet)
  if (!sitting.ok) return sitting
  const { zone } = sitting.value.book.read(officeRow)
  const bytes = await door.ports.printer.pdf()
  // F9 may have come: what the printer saw then was another page.
  if (!stillSits(door, sitting.value)) return closedToYou(door)
  // L6: a file's name says nothing of anybody.
  const answer = await door.ports.files.save(`page-${localOf(door.now(), zone).date}.pdf`, bytes)
  if (answer === 'synchronised') return refuse('not_saved_there')
  return stillSits(door, sitting.value) ? ok({ saved: answer === 'saved' }) : closedToYou(door)
}

async function printed(door: Door, sheet: (db: ReadableDb) => Sheet): Promise<Outcome<{ printed: boolean }, Failure>> {
  const sitting = begin(door, 'paper', sheet)
  if (!sitting.ok) return sitting
  const answer = await door.ports.printer.paper()
  return stillSits(door, sitting.value) ? ok({ printed: answer === 'printed' }) : closedToYou(door)
}

/** Paper and files of what is on the screen. They wait for somebody, so they are no part of a transaction. */
export const printingCalls = (door: Door) => ({
  'page.save': (asked: Asked) => saved(door, (db) => herSheet(db, asked)),
  'page.print': (asked: Asked) => printed(door, (db) => herSheet(db, asked)),
  'releasePaper.save': (asked: AskedRelease) => saved(door, (db) => releaseSheet(db, asked)),
  'releasePaper.print': (asked: AskedRelease) => printed(door, (db) => releaseSheet(db, asked)),
})
