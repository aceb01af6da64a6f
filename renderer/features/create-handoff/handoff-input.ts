import type { Input } from '#shared/contract/index'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { cleanLine } from '#shared/domain/core/text'
import { parseAllHours, hasAnyAnswer, toAnswers, parseMoment } from '../../components'
import { HERSELF, readSafeAnswer, type HandoffFormValues } from './handoff-form'

type CreateHandoffInput = Input<'handoff.create'>

/** Converts the form to the contract's input. Only for a form without errors: what is unreadable becomes nothing. */
export function toCreateHandoffInput(form: HandoffFormValues, me: string, now: Instant, zone: Zone): CreateHandoffInput {
  const at = (typed: HandoffFormValues['received']): Instant | null => {
    const instant = parseMoment(typed, now, zone)
    return instant.ok ? instant.value : null
  }
  const fromPartner = form.direction === 'incoming' && form.partner !== HERSELF
  return {
    direction: form.direction,
    ...toParties(form, me),
    person:
      form.personId === null
        ? { kind: 'new', name: cleanLine(form.name) || form.alias, alias: form.alias }
        : { kind: 'existing', id: form.personId },
    helps: form.helps,
    prompt: form.prompt ?? 'not_known',
    note: form.note,
    receivedAt: form.earlier ? at(form.received) : null,
    earlierBecause: form.earlier ? form.earlierBecause : '',
    questions: {
      number: form.numberIs === 'typed' ? { kind: 'known', value: form.number, readBack: form.readBack } : { kind: form.numberIs },
      ...(form.numberIs === 'typed' ? { channels: form.channels, whose: form.whose ?? 'not_known' } : {}),
      safeToCall: readSafeAnswer(form),
      safeTimes:
        readSafeAnswer(form) === 'only_at_times'
          ? (parseAllHours(form.safeTimes) ?? []).map((hours) => ({ ...hours, weekdays: [...hours.weekdays] }))
          : [],
      language: form.languageIs === 'typed' ? { kind: 'known', value: form.language } : { kind: form.languageIs },
    },
    // Only an outside organisation can help to reach the person or be told anything (C5, H6).
    sourceMayHelp: fromPartner && form.sourceMayHelp,
    mayTellSource: fromPartner ? form.mayTellSource : 'receipt_only',
    risks: form.risks.flatMap((risk) => {
      const date = at(risk.when)
      return date === null ? [] : [{ kind: risk.kind, date, what: risk.what, routedTo: risk.routedTo }]
    }),
    ...(hasAnyAnswer(form.facts) ? { facts: toAnswers(form.facts) } : {}),
    permissionGiven: form.direction !== 'incoming' && form.permission === 'given',
    assignedTo: form.assignedTo,
    ...(form.direction === 'outgoing' && form.despite.trim() !== '' ? { despite: form.despite } : {}),
  }
}

function toParties(form: HandoffFormValues, me: string): Pick<CreateHandoffInput, 'source' | 'receiver'> {
  const partner = form.partner === HERSELF ? ({ kind: 'herself' } as const) : { kind: 'partner' as const, id: form.partner ?? '' }
  if (form.direction === 'incoming') return { source: partner, receiver: { kind: 'us' } }
  const source = { kind: 'staff' as const, id: form.fromStaff ?? me }
  return { source, receiver: form.direction === 'outgoing' ? partner : { kind: 'staff', id: form.toStaff ?? '' } }
}
