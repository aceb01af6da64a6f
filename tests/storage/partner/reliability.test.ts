import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { listAuditEntries } from '../../../electron/storage/audit/audit-rows'
import { attempt, referral, createScratchOffice } from '../../support/office/scratch-office'
import { createOfficeOfFour, addRestrictedPerson } from '../../support/office/every-answer'

describe('how it goes with them', () => {
  test('is counted from the database of 90 days', async () => {
    const office = createScratchOffice()
    const id = await office.partner('Riverside Court Clinic')
    const names = ['Ana Ferro', 'Bea Lund', 'Cleo Marsh', 'Dina Wolf', 'Elin Storm', 'Fay North']
    const made = []
    for (const [nth, name] of names.entries()) {
      const questions = { ...referral(id).questions, number: { kind: 'known', value: `780 555 02${nth}0`, readBack: true } } as const
      const times = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1439 }]
      made.push(
        await office.createHandoff(id, {
          person: { kind: 'new', name, alias: '' },
          questions: nth < 2 ? { ...questions, safeToCall: 'not_known' } : { ...questions, safeToCall: 'only_at_times', safeTimes: times },
        }),
      )
    }
    for (const one of made.slice(0, 5)) expect((await office.do(one, { kind: 'ask_source' })).ok).toBe(true)
    office.after(3 * HOUR)
    for (const one of made.slice(0, 4))
      expect((await office.do(one, { kind: 'source_answered', answer: 'cannot_help', words: '', checkAt: null })).ok).toBe(true)
    for (const one of made.slice(2, 5)) expect((await office.do(one, attempt('reached'))).ok).toBe(true)
    office.after(30 * HOUR)
    const bounced = await office.do(made[0]!, {
      kind: 'record_bounce',
      reason: 'bad_contact_info',
      seen: 'a wrong number',
      change: '',
      action: 'review_and_close',
      what: 'look again',
      owner: office.director,
      dueAt: office.now + DAY,
    })
    expect(bounced).toMatchObject({ ok: true })
    const [reason] = (await office.must('bounceReason.listChoices', {})).filter(({ code }) => code === 'bad_contact_info')
    expect(await office.must('partner.reliability', { id })).toEqual({
      answers: { asked: 5, answered: 4, medianMs: null },
      sent: { sent: 6, decided: 6, inTime: 3, hours: 24 },
      cameBack: { count: 1, reasons: [{ reason: reason?.label, count: 1 }] },
      safeHours: { known: 4, of: 6 },
      taken: null,
    })
    await office.do(made[5]!, { kind: 'mark_error', reason: 'twice' })
    expect((await office.must('partner.reliability', { id })).sent?.sent).toBe(5)
    office.after(90 * DAY)
    expect((await office.must('partner.reliability', { id })).sent).toBeNull()
  })
  test('leaves out whoever does not exist for the reader (I3)', async () => {
    const four = await createOfficeOfFour()
    const { office, as, partner, bo } = four
    as.bo()
    await office.createHandoff(partner, { person: { kind: 'new', name: 'Ivy Bell', alias: '' }, assignedTo: bo })
    await addRestrictedPerson(four)
    as.tamsin()
    expect((await office.must('partner.reliability', { id: partner })).sent?.sent).toBe(5)
    as.bo()
    expect((await office.must('partner.reliability', { id: partner })).sent).toBeNull()
  })
})

describe('"did you reach them?" (H6)', () => {
  test('lately: about whom, what was said, who answered; a caller who was not them is there too, and in the audit log', async () => {
    const office = createScratchOffice()
    const id = await office.partner('Riverside Court Clinic')
    const handoff = await office.createHandoff(id, { mayTellSource: 'reached_or_not' })
    office.after(HOUR)
    await office.must('handoff.execute', { id: handoff, command: { kind: 'tell_source', sentence: 'reached_or_not', rangBack: true } })
    const toldAt = office.now
    office.after(HOUR)
    await office.must('partner.refuseCaller', { id })
    expect((await office.must('partner.enquiry', { id })).lately).toEqual([
      { at: office.now, by: 'Maeve', about: null },
      { at: toldAt, by: 'Maeve', about: { handoffId: handoff, label: 'A. R.', said: 'reached_or_not' } },
    ])
    const kept = office.database.read((db) => listAuditEntries(db, null, null)).filter(({ kind }) => kind === 'caller_refused')
    expect(kept).toMatchObject([{ about: id }])
  })
  test('what was said about a restricted person is not there for others', async () => {
    const four = await createOfficeOfFour()
    const { office, as, partner } = four
    const restrictedRecord = await addRestrictedPerson(four)
    as.tamsin()
    await office.must('handoff.execute', { id: restrictedRecord.id, command: { kind: 'tell_source', sentence: 'nothing', rangBack: true } })
    expect((await office.must('partner.enquiry', { id: partner })).lately).toHaveLength(1)
    as.bo()
    expect((await office.must('partner.enquiry', { id: partner })).lately).toEqual([])
  })
})
