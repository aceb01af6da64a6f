import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { openTestOffice } from '../../support/office/test-office'
import { referral } from '../../support/office/scratch-office'
import { createMust, createSignedInOffice, type SignedInOffice } from '../../support/office/signed-in-office'
import { addWorkers } from '../../support/office/add-workers'

const RUTH_PASSPHRASE = 'four green lanterns sway'
const TAMSIN_PASSPHRASE = 'nine slow barges pass the lock'
const refused = (reason: string) => ({ ok: false, failure: { kind: 'refused', reason } })

async function createHandoff(office: SignedInOffice, name: string, assignedTo: StaffId | null = null) {
  const { must } = office
  const partners = await must('partner.list', {})
  const partner =
    partners[0]?.id ??
    (await must('partner.save', { id: null, name: 'Northgate Clinic', kind: 'health', phone: '', note: '', helpsToReach: true })).id
  const { id } = await must('handoff.create', { ...referral(partner), person: { kind: 'new', name, alias: '' }, assignedTo })
  return { id, personId: (await must('handoff.read', { id })).personId }
}

const signedIn = async (folder: string, options: Parameters<typeof openTestOffice>[1] = {}) => {
  const office = openTestOffice(folder, options)
  const must = createMust(office)
  await must('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  return { ...office, must }
}

describe('is the database whole? (T1, D5)', () => {
  test('an older copy of the file is told by the number of entries it lacks, until a director explains it', async () => {
    const office = await createSignedInOffice()
    await addWorkers(office, [{ name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: RUTH_PASSPHRASE }])
    const whole = await office.must('audit.check', {})
    expect(whole).toMatchObject({ findings: [], clock: { driftSeen: false, resets: 0 } })
    expect(whole.head?.code).toMatch(/^[0-9a-f]{16}$/)
    expect(whole.head?.no).toBe(whole.entries + 1)
    expect(await office.call('audit.explain', { why: 'other' })).toMatchObject(refused('nothing_to_explain'))
    expect(await office.must('office.state', {})).toMatchObject({ isDatabaseIntact: true })

    office.office.quit()
    const at = (name: string) => join(office.folder, name)
    copyFileSync(at('book.db'), at('older'))
    const later = await signedIn(office.folder, { clock: office.clock })
    await later.must('settings.save', { policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0101' })
    later.office.quit()
    copyFileSync(at('older'), at('book.db'))
    for (const end of ['-wal', '-shm']) rmSync(at(`book.db${end}`), { force: true })

    const back = await signedIn(office.folder, { clock: office.clock })
    expect(await back.must('office.state', {})).toMatchObject({ isDatabaseIntact: false })
    const found = await back.must('audit.check', {})
    // The director's sign-in, changes, and the seal; the present sign-in does not reduce them.
    expect(found.findings).toMatchObject([{ kind: 'missing', count: 3, by: [{ by: 'Ines Okafor', count: 3 }] }])
    await back.must('settings.save', { policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0102' })
    expect((await back.must('audit.check', {})).findings).toEqual(found.findings)
    await back.must('audit.explain', { why: 'backup_put_back' })
    expect((await back.must('audit.check', {})).findings).toEqual([])
    expect(await back.must('office.state', {})).toMatchObject({ isDatabaseIntact: true })
    const { rows } = await back.must('audit.list', { before: null, kinds: ['explained'] })
    expect(rows).toMatchObject([{ by: 'Ines Okafor', facts: { why: 'backup_put_back' } }])
  })
})

describe('what a director reads (section 13)', () => {
  test('entries for her stay until she says that she has read them; the reason of a break-glass stands beside it', async () => {
    const office = await createSignedInOffice()
    const { must, director } = office
    const [ruth] = (await addWorkers(office, [{ name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: RUTH_PASSPHRASE }])) as [StaffId]
    const handoffId = await createHandoff(office, 'Wren Castellan', ruth)
    await must('access.restrict', { personId: handoffId.personId, named: [ruth] })
    await must('audit.markRead', { upTo: 1_000_000 })
    expect(await must('audit.listUnread', {})).toEqual([])
    await must('access.breakGlass', { handoffId: handoffId.id, reason: 'the hearing was moved to this morning' })
    const [line] = await must('audit.listUnread', {})
    expect(line).toMatchObject({ kind: 'break_glass', by: 'Ines Okafor', about: '1', reason: 'the hearing was moved to this morning' })
    expect((await must('office.state', {})).unreadAuditEntries).toBe(1)
    await must('audit.markRead', { upTo: (line?.no ?? 0) - 1 })
    expect(await must('audit.listUnread', {})).toHaveLength(1)
    await must('audit.markRead', { upTo: line?.no ?? 0 })
    expect(await must('audit.listUnread', {})).toEqual([])
    // An hour later the person does not exist for the director any more, and has no number here either (I3).
    office.clock.advance(61 * 60_000)
    await office.signInAs(PASSPHRASE, director)
    const { rows } = await must('audit.list', { before: null, kinds: ['break_glass', 'restricted', 'created'] })
    expect(rows.map(({ kind, about }) => [kind, about])).toEqual([
      ['break_glass', null],
      ['restricted', null],
      ['created', null],
    ])
  })

  test('a page has 200 lines, newest first, and says whether there are more', async () => {
    const office = await createSignedInOffice()
    for (let n = 0; n < 210; n += 1) await office.call('handoff.read', { id: 'nobody' as never })
    const first = await office.must('audit.list', { before: null, kinds: null })
    expect(first.rows).toHaveLength(200)
    expect(first.more).toBe(true)
    const rest = await office.must('audit.list', { before: first.rows.at(-1)?.no ?? 0, kinds: null })
    expect(rest.more).toBe(false)
    expect(rest.rows.at(-1)?.no).toBe(1)
    expect((await office.must('audit.list', { before: null, kinds: ['refused'] })).rows.every(({ kind }) => kind === 'refused')).toBe(true)
  })
})

describe('the audit log as a file (X2)', () => {
  test('has a neutral name, no formula, no number of a record that does not exist for her, and ends with the newest entry', async () => {
    const saved: { name: string; text: string }[] = []
    let answer: 'saved' | 'cancelled' | 'synchronised' = 'saved'
    const files = {
      save: (name: string, bytes: Uint8Array) => {
        saved.push({ name, text: Buffer.from(bytes).toString('utf8') })
        return Promise.resolve(answer)
      },
    }
    const office = await createSignedInOffice({ ports: { files } })
    const { must } = office
    const [tamsin, ruth] = (await addWorkers(office, [
      { name: '=HYPERLINK("x")', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE },
      { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: RUTH_PASSPHRASE },
    ])) as [StaffId, StaffId]
    await createHandoff(office, 'Ottoline Marsh')
    const handoffId = await createHandoff(office, 'Wren Castellan', ruth)
    await must('access.restrict', { personId: handoffId.personId, named: [ruth] })
    await must('staff.resetPassphrase', { id: tamsin })
    expect(await must('audit.export', { from: null, to: null })).toEqual({ saved: true })
    const [file] = saved
    expect(file?.name).toBe('day-book-audit-2026-11-20.csv')
    expect(file?.text.startsWith('\uFEFF')).toBe(true)
    const lines = (file?.text ?? '').trim().split('\r\n')
    expect(lines[0]).toBe('Number,Time at the shelter,Time in UTC,Who,What,About,Code')
    expect(file?.text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(file?.text).not.toContain(',"=HYPERLINK')
    for (const word of ['Wren', 'Ottoline', 'Castellan']) expect(file?.text).not.toContain(word)
    // In the words of the screen, not in codes.
    expect(lines.filter((line) => line.includes(' added handoff 1.,1,'))).toHaveLength(1)
    for (const code of ['staff_added', 'staff added', 'passphrase_reset', 'command:']) expect(file?.text).not.toContain(code)
    expect(lines.filter((line) => line.includes(',2,'))).toEqual([])
    expect(lines[1]).toMatch(/^1,2026-11-20T05:00:00-07:00|^1,2026-11-20T06:00:00-06:00/)
    expect(lines[1]).toContain(',2026-11-20T12:00:00Z,')
    const [last, exported] = [lines.at(-1) ?? '', lines.at(-2) ?? '']
    expect(exported).toContain('exported')
    expect(last.split(',')[0]).toBe(exported.split(',')[0])
    expect(last.split(',').at(-1)).toBe(exported.split(',').at(-1))

    answer = 'cancelled'
    expect(await must('audit.export', { from: office.clock.now() + 1, to: null })).toEqual({ saved: false })
    expect((saved[1]?.text ?? '').trim().split('\r\n')).toHaveLength(2)
    answer = 'synchronised'
    expect(await office.call('audit.export', { from: null, to: null })).toMatchObject(refused('not_saved_there'))
  })
})
