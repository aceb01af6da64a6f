import type { MeetingView } from '#shared/contract/meeting'
import type { HerPage, pages } from '#shared/contract/page'
import { keptFrom, strikeOut } from '#shared/domain/kept-back'
import { ok, refuse } from '#shared/domain/outcome'
import type { ReadableDb } from '../storage/database'
import { loadMeeting } from '../storage/meetings'
import { livingId } from '../storage/merges'
import { officeRow } from '../storage/office-records'
import { partnerRow } from '../storage/partners'
import { currentPlan } from '../storage/people'
import { releaseRow } from '../storage/releases'
import { keptBack, strikerFor } from '../storage/story'
import type { UseCases } from './context'
import { meetingViewOf } from './meeting-view'

/** M4: what strikes out on a sheet that anybody may find: all that she keeps back, from whomever, and whose house it is. */
function strikerForPaper(db: ReadableDb, { personId }: MeetingView): (text: string) => string {
  const words = [...keptFrom(keptBack(db, personId), 'paper'), officeRow(db).shelter]
  return (text) => strikeOut(text, words)
}

const languageOf = (db: ReadableDb, { personId }: MeetingView): string => {
  const plan = currentPlan(db, personId)?.plan
  if (plan === undefined || plan.interpreter === 'none' || plan.interpreter === 'not_known') return ''
  return [plan.language, plan.dialect].filter(Boolean).join(', ')
}

/** M4: the meeting as she may take it with her; no place, no number, no name of hers. */
export function herPageOf(db: ReadableDb, view: MeetingView, reach: string): HerPage {
  const strike = strikerForPaper(db, view)
  return {
    id: view.id,
    handoffId: view.handoffId,
    copy: view.copy,
    heldAt: view.startedAt,
    lines: view.lines
      .filter(({ task }) => task !== 'dropped')
      .map(({ no, what, who, owner, dueAt }) => ({ no, what: strike(what), who: strike(who || (owner?.name ?? '')), dueAt })),
    papers: view.papers.filter(({ direction, state }) => direction === 'ask' && state !== 'done').map(({ name }) => strike(name)),
    next: view.next === null || view.next === 'none' ? view.next : { at: view.next.at, lead: strike(view.next.lead.name) },
    people: view.participants
      .filter(({ kind }) => kind !== 'her' && kind !== 'interpreter')
      .map(({ no, name, partnerId }) => ({
        no,
        name: strike(name),
        phone: partnerId === null ? '' : strike(partnerRow(db, partnerId)?.phone ?? ''),
      })),
    reach: strike(reach),
    interpreter: strike(languageOf(db, view)),
  }
}

export const pageCalls: UseCases<Pick<typeof pages, 'page.read' | 'releasePaper.read'>> = {
  'page.read': ({ db, now, keep }, { id, reach }) => {
    const meeting = loadMeeting(db, id)
    const view = meeting && meetingViewOf(db, meeting, now)
    if (!view) return refuse('no_such_meeting')
    keep({ about: view.handoffId })
    return ok(herPageOf(db, view, reach))
  },
  'releasePaper.read': ({ db, keep }, { id }) => {
    const row = releaseRow(db, id)
    if (!row) return refuse('no_such_release')
    const personId = livingId(db, row.personId)
    keep({ about: personId })
    // An organisation that is not in the directory is nobody whom we know: what is kept back from any partner is kept back from it.
    const strike = strikerFor(db, personId, row.partnerId ?? 'paper')
    const { organisation, startsAt, expiresAt, signedAt, revokedAt, minor } = row
    return ok({
      id,
      personId,
      house: officeRow(db).shelter,
      organisation,
      recipient: strike(row.recipient),
      purpose: strike(row.purpose),
      may: strike(row.may),
      mayNot: strike(row.mayNot),
      ways: [...row.ways],
      otherWays: strike(row.otherWays),
      startsAt,
      expiresAt,
      language: strike(row.language),
      interpreter: strike(row.interpreter),
      parent: minor && strike(minor.parent),
      signedAt,
      revoked: revokedAt !== null,
    })
  },
}
