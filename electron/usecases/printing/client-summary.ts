import type { MeetingView } from '#shared/contract/handoff/meeting'
import { clientSummary, type ClientSummary, type clientSummaries } from '#shared/contract/person/client-summary'
import { redactFor } from '#shared/contract/redact'
import { listWithheldWords, redactWords } from '#shared/domain/person/withheld'
import { ok, refuse } from '#shared/domain/core/outcome'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadMeeting } from '../../storage/meeting/meetings'
import { loadOffice } from '../../storage/office/office-records'
import { findPartner } from '../../storage/partner/partners'
import { loadCurrentPlan } from '../../storage/person/people'
import { listWithheldItems } from '../../storage/person/withheld'
import type { UseCases } from '../../session/call-context'
import { loadMeetingView } from '../meeting/meeting-view'

/** M4: redacts a sheet that anybody may find: all that the person keeps private, from whomever, and the name of the house. */
function redactorForPaper(db: ReadableDb, { personId }: MeetingView): (text: string) => string {
  const words = [...listWithheldWords(listWithheldItems(db, personId), 'paper'), loadOffice(db).shelter]
  return (text) => redactWords(text, words)
}

const findInterpreterLanguage = (db: ReadableDb, { personId }: MeetingView): string => {
  const plan = loadCurrentPlan(db, personId)?.plan
  if (plan === undefined || plan.interpreter === 'none' || plan.interpreter === 'not_known') return ''
  return [plan.language, plan.dialect].filter(Boolean).join(', ')
}

/** M4: creates the page of the meeting that the person may take along, without a place, a record number or the person's name. */
export function createClientSummary(db: ReadableDb, view: MeetingView, reach: string): ClientSummary {
  const summary: ClientSummary = {
    id: view.id,
    handoffId: view.handoffId,
    copy: view.copy,
    heldAt: view.startedAt,
    lines: view.lines
      .filter(({ task }) => task !== 'dropped')
      .map(({ no, what, who, owner, dueAt }) => ({ no, what, who: who || (owner?.name ?? ''), dueAt })),
    papers: view.papers.filter(({ direction, state }) => direction === 'ask' && state !== 'done').map(({ name }) => name),
    next: view.next === null || view.next === 'none' ? view.next : { at: view.next.at, lead: view.next.lead.name },
    people: view.participants
      .filter(({ kind }) => kind !== 'her' && kind !== 'interpreter')
      .map(({ no, name, partnerId }) => ({
        no,
        name,
        phone: partnerId === null ? '' : (findPartner(db, partnerId)?.phone ?? ''),
      })),
    reach,
    interpreter: findInterpreterLanguage(db, view),
  }
  return redactFor(clientSummary, summary, redactorForPaper(db, view))
}

/** The summary of a meeting that the person may take along (M4). */
export const clientSummaryCalls: UseCases<typeof clientSummaries> = {
  'clientSummary.read': ({ db, now, steady, audit }, { id, reach }) => {
    const meeting = loadMeeting(db, id)
    const view = meeting && loadMeetingView(db, meeting, { now, steady })
    if (!view) return refuse('no_such_meeting')
    audit({ about: view.handoffId })
    return ok(createClientSummary(db, view, reach))
  },
}
