import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { pages } from '#shared/contract/page'
import { localOf } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { loadMeeting } from '../storage/meetings'
import { officeRow } from '../storage/office-records'
import type { Door } from './door'
import { closedToYou, sittingAt, stillSits, type Sitting } from './sitting'

type Asked = z.output<(typeof pages)['page.save']['input']>

/** M4: only where she wants a copy. T1: the line is written first, because the system's window may stand open past a lock. */
function begin(door: Door, { id }: Asked, how: 'paper' | 'pdf'): Outcome<Sitting, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const meeting = sitting.value.book.read((db) => loadMeeting(db, id))
  if (meeting === null) return refuse('no_such_meeting')
  if (meeting.copy !== 'wanted') return refuse('no_copy')
  const kept = door.deeds.carryOut(() => ok(null), { kind: 'printed', about: meeting.handoffId, facts: { what: 'her_page', how } })
  return kept.ok ? sitting : kept
}

/** A PDF of what stands on the screen. */
async function saved(door: Door, asked: Asked): Promise<Outcome<{ saved: boolean }, Failure>> {
  const sitting = begin(door, asked, 'pdf')
  if (!sitting.ok) return sitting
  const { zone } = sitting.value.book.read(officeRow)
  const bytes = await door.ports.printer.pdf()
  // F9 may have come: what the printer saw then was not her page.
  if (!stillSits(door, sitting.value)) return closedToYou(door)
  // L6: a file's name says nothing of anybody.
  const answer = await door.ports.files.save(`page-${localOf(door.now(), zone).date}.pdf`, bytes)
  if (answer === 'synchronised') return refuse('not_saved_there')
  return stillSits(door, sitting.value) ? ok({ saved: answer === 'saved' }) : closedToYou(door)
}

async function printed(door: Door, asked: Asked): Promise<Outcome<{ printed: boolean }, Failure>> {
  const sitting = begin(door, asked, 'paper')
  if (!sitting.ok) return sitting
  const answer = await door.ports.printer.paper()
  return stillSits(door, sitting.value) ? ok({ printed: answer === 'printed' }) : closedToYou(door)
}

/** Paper and files for her. They wait for somebody, so they are no part of a transaction. */
export const printingCalls = (door: Door) => ({
  'page.save': (asked: Asked) => saved(door, asked),
  'page.print': (asked: Asked) => printed(door, asked),
})
