import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { Book } from '../pages/book'
import { CallScreen } from '../pages/call'
import { Door } from '../pages/door'
import { RecordSheet } from '../pages/record'
import { expectAccessible } from '../support/axe'
import { PASSPHRASE } from '../support/founding'
import { MONDAY_NINE, openOffice, WORDS, ZONE } from '../support/journey-office'
import { look } from '../support/look'
import { refer } from '../support/referrals'
import { terms } from '../support/releases'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE, actionTimeout: 10_000 })

const MINUTE = 60_000

/** A confirmed handoff whose meeting is booked for today, and a release to the agency that she has signed. */
async function confirmedWithRelease(host: Host): Promise<{ readonly id: string; readonly number: number }> {
  const made = await refer(host, 'Jola Dudek', { from: 'Northgate Line' })
  const does = async (command: Parameters<typeof host.call<'handoff.do'>>[1]['command']) =>
    expect(await host.call('handoff.do', { id: made.id, command })).toMatchObject({ ok: true })
  await does({
    kind: 'log_attempt',
    at: null,
    channel: 'call',
    wayId: 'w1',
    outcome: 'reached',
    safeCheck: 'safe',
    note: '',
    checkAt: null,
    override: false,
  })
  await does({
    kind: 'save_confirmation',
    at: null,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: 'A talk about a flat', date: null, waitLength: '', herWords: 'somebody I can see' },
    risks: { answer: 'none', dates: [] },
  })
  await does({ kind: 'book_meeting', at: MONDAY_NINE + 30 * MINUTE, what: '' })
  const record = await host.call('handoff.read', { id: made.id })
  const partners = await host.call('partner.list', {})
  const partner = partners.ok ? partners.value.find(({ name }) => name === 'Harbour Housing') : undefined
  if (!record.ok || !partner) throw new Error('nothing to begin with')
  const { personId } = record.value
  const written = await host.call('release.write', {
    id: null,
    personId,
    handoffId: made.id,
    terms: terms(host.clock.now(), { partnerId: partner.id }),
    signed: { at: null, witness: null },
  })
  expect(written).toMatchObject({ ok: true })
  return made
}

test('a conference call of forty minutes by keyboard: a dropped line, a long hold, a release taken back, and the shift changes in the middle (M1 to M5, R2, L2)', async ({
  host,
}) => {
  test.setTimeout(150_000)
  const { page } = host
  await openOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Line' }, { name: 'Harbour Housing', kind: 'housing' }] })
  const { number } = await confirmedWithRelease(host)
  const book = new Book(page)
  const call = new CallScreen(page)
  const record = new RecordSheet(page)
  const door = new Door(page)

  await test.step('it is begun from the record; what comes before takes one key each', async () => {
    await host.clock.advance(30 * MINUTE)
    await book.openRecord(number)
    await expect(record.step('Start the meeting')).toBeVisible()
    await call.press('m')
    await expect(record.step('How will you meet?')).toBeVisible()
    await record.choose('How', 'Conference call')
    await call.press('Control+Enter')
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await call.is('J. D.', 'On the line')
    await call.next('Quiet place, no interruptions, phones aside')
    await call.next('What can we share, and what not?')
    await call.type('Elm Street')
    await call.press('Enter')
    await expect(call.people.getByText('J. D. keeps one thing private.')).toBeVisible()
    await look(host, 'call-permission')
    await call.next('Has she signed the releases we need?')
    await call.next('Which papers are needed?')
    await call.type('Proof of income')
    await call.press('Enter')
    await expect(call.main.getByRole('list', { name: 'Papers' })).toContainText('Proof of income')
    for (const step of [/^Interpreter/, /^Access/, /^She has been told/, /^Everyone knows/]) await call.next(step)
  })

  await test.step('everybody is introduced: the agency and an interpreter come in, each with a part and a rule', async () => {
    await call.next('Introduce everyone')
    await call.add('A partner', { pick: 'Harbour Housing', role: 'helps', rule: 'We call back' })
    await call.is('Harbour Housing', 'On the line')
    await call.add('An interpreter', { name: 'Interpreter, Dari', role: 'interprets', rule: 'She calls us back within five minutes' })
    await look(host, 'call-introduce')
  })

  await test.step('what is typed is in the book, and what she keeps back is struck out of it (M5)', async () => {
    await call.next('What led to this change now?')
    await call.type('She has to leave elm street by Friday.')
    await call.next('What do the others need to know?')
    await call.type('Two children, one school.')
    await call.press('Alt+r')
    await expect(call.main.getByText('She said it is right today 9:30.')).toBeVisible()
    await call.press('Control+ArrowLeft')
    await expect(call.main.getByRole('textbox', { name: /^The situation/ })).toHaveValue(/^She has to leave ▬+ by Friday\.$/)
    await call.press('Control+Enter')
    await call.next('Who has a question?')
  })

  await test.step('the line drops: its rule stands there; the agency is on hold for 35 minutes, and the tray says so without a name', async () => {
    await call.press('Alt+4', 'Alt+4')
    await call.is('Interpreter, Dari', 'Dropped')
    await expect(call.person('Interpreter, Dari')).toContainText('Agreed: She calls us back within five minutes')
    await host.clock.advance(2 * MINUTE)
    await expect(call.person('Interpreter, Dari')).toContainText(/dropped 2:0\d/)
    await call.press('Alt+4', 'Alt+3')
    await call.is('Interpreter, Dari', 'On the line')
    await call.is('Harbour Housing', 'On hold')
    await host.clock.advance(35 * MINUTE)
    await expect(call.person('Harbour Housing')).toContainText(/on hold 35:\d\d/)
    expect(await host.tray()).toMatch(/^Still on hold: 35 min$/)
    expect(await host.tray()).not.toMatch(/Harbour|Dudek|J\. D\./)
    await expect(page).toHaveTitle('Day-book')
    await call.press('Alt+3', 'Alt+3')
    await call.is('Harbour Housing', 'On the line')
  })

  await test.step('the plan: a line without a date does not stop the call', async () => {
    await call.next('Who does what, and by when?')
    await call.type('Send proof of income')
    await call.press('Tab')
    await call.type('Harbour Housing')
    await call.press('Tab')
    await call.type('2026-11-20')
    await call.press('Tab')
    await call.type('12:00')
    await call.press('Enter')
    await expect(call.line('Send proof of income')).toContainText('Fri 20 Nov 12:00')
    await call.type('Ask the school about the bus')
    await call.press('F8')
    await call.type('She wants the same school.')
    await call.saved()
    await call.press('F8')
    await look(host, 'call-plan')
    await call.next('What is still not clear?')
  })

  await test.step('she takes the release back by a word: the screen covers her story in the same second (R2)', async () => {
    await call.press('Control+r')
    await expect(call.person('Harbour Housing')).toContainText('she took the release back')
    await expect(call.note).toHaveCount(0)
    await expect(page.getByText('Hidden. No release: Harbour Housing')).toBeVisible()
    await look(host, 'call-covered')
    await call.press('F8')
    await expect(call.note).toBeFocused()
    await call.press('Alt+3')
    await call.is('Harbour Housing', 'On hold')
    await expect(call.note).toBeVisible()
  })

  await test.step('paused over the shift change; the next worker goes on with it where it stood (M4)', async () => {
    await call.press('F6')
    await expect(call.question('The meeting is paused')).toBeVisible()
    await door.lock()
    await door.come('2', WORDS['Tamsin Boyle'])
    await expect(call.question('The meeting is paused')).toBeVisible()
    await expect(call.main.getByText('Ines Okafor was running it last.')).toBeVisible()
    await call.press('Control+Enter')
    await expect(call.question('What is still not clear?')).toBeVisible()
    await expect(call.note).toHaveValue('She wants the same school.')
    await call.is('Tamsin Boyle', 'On the line')
  })

  await test.step('it does not close while something is open, and says what (M3)', async () => {
    await call.press('F4')
    await expect(call.question('How does it end?')).toBeVisible()
    await expect(call.missing).toContainText('“Ask the school about the bus” needs a person and a date')
    await expect(call.missing).toContainText('J. D. has not yet said what happens next')
    await look(host, 'call-close')
    await call.press('Escape')
    await call.next('What happens next, in your own words?')
    for (const words of ['I see the flat on Friday', 'We send the proof', 'We keep the flat until Friday']) {
      await call.type(words)
      await call.press('Tab')
    }
    await call.next('Which deadlines are coming?')
    await call.next('Does she know who to call safely?')
    await call.next('How sure is she about going on?')
    await call.press('4')
    await expect(call.main.getByRole('radio', { name: '4', exact: true })).toBeChecked()
    await call.next('How often did she have to tell her story again?')
    await call.press('1')
    await expect(call.main.getByRole('radio', { name: '1', exact: true })).toBeChecked()
    await call.next('When do we meet again, and who leads?')
    await call.nextMeeting('2026-11-23', '10:00')
    await call.next('Which papers are needed?')
    await call.next('What did we share, and with whom?')
    await call.next('How does it end?')
  })

  await test.step('the line gets its date, and it closes', async () => {
    await call.press('1')
    await expect(call.question('Who does what, and by when?')).toBeVisible()
    await call.dateOf('Ask the school about the bus', '2026-11-18', '9:00')
    await call.press('F4')
    await expect(call.question('Ready to end')).toBeVisible()
    await expectAccessible(page)
    await call.press('Control+Enter')
    await expect(call.question('The meeting has ended')).toBeVisible()
    await look(host, 'call-closed')
  })

  await test.step('what was agreed is on the record, with a person and a date each; the meetings page shows it as held', async () => {
    await call.press('Enter')
    await expect(record.sheet.getByText('Ask the school about the bus').first()).toBeVisible()
    await expect(record.sheet.getByText('Send proof of income').first()).toBeVisible()
    await book.go('Meetings')
    await expect(page.getByRole('list', { name: 'Past two weeks' })).toContainText('J. D.')
    await look(host, 'meetings')
  })
})

test('what was held before is written down later on the same screen; without her it says so, and F9 in the middle of a word loses nothing (M2, C8, L2)', async ({
  host,
}) => {
  test.setTimeout(90_000)
  const { page } = host
  const long = `The Association for ${'Neighbourly '.repeat(14)}Help`
  await openOffice(host, { partners: [{ name: long }] })
  const { number } = await refer(host, 'Zofia Wren', { from: long, receivedAt: MONDAY_NINE - 60 * MINUTE })
  const book = new Book(page)
  const call = new CallScreen(page)
  const record = new RecordSheet(page)
  const door = new Door(page)

  await test.step('begun from the record, with the time at which it began and her words', async () => {
    await book.openRecord(number)
    await call.press('m')
    await record.choose('Is she here?', 'She asked us to go on without her')
    await record.choose('When', 'It was held earlier')
    await call.press('Control+Enter')
    await expect(record.sheet.getByText('Enter what she said.')).toBeVisible()
    await record.fill('In her words', 'You do it, I cannot hear it again')
    await record.moment('It started', 'today', '8:30')
    await look(host, 'call-begin')
    await call.press('Control+Enter')
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await expect(call.steps).toContainText('It started 8:30')
    await expect(call.people).toContainText('You do it, I cannot hear it again')
    await expect(call.person('Z. W.')).toHaveCount(0)
  })

  await test.step('a name of two hundred letters stays inside its column', async () => {
    await call.press('Alt+0')
    await expect(call.question('Who is here?')).toBeVisible()
    await call.add('A partner', { pick: long, role: 'helps', rule: '' })
    await call.press('Escape')
    await look(host, 'call-long')
  })

  await test.step('the desk locks in the middle of a word, and it is there again', async () => {
    await call.press('F8')
    await expect(call.note).toBeFocused()
    await call.type('Two flats on the bus li')
    await door.lock()
    await door.signIn(PASSPHRASE)
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await call.press('Alt+2')
    await call.is(long, 'Stepped out')
    await expect(call.note).toHaveValue('Two flats on the bus li')
    const open = await host.call('meeting.list', {})
    const key = open.ok ? `meeting:${open.value.open[0]!.id}` : ''
    expect(await host.call('draft.read', { key }), 'nothing half-written waits for her (S3)').toMatchObject({ value: { body: null } })
  })

  await test.step('a step that is required is left out only with a reason; she cannot have ended what she was not in', async () => {
    await call.press('Control+Enter', 'Alt+s', 'Control+Enter')
    await expect(call.main.getByText('Enter a reason in a few words.')).toBeVisible()
    await call.type('We sat in the car')
    await call.press('Control+Enter')
    await expect(call.question('What can we share, and what not?')).toBeVisible()
    await call.press('F4')
    await expect(call.main.getByRole('button', { name: /^She ended it/ })).toHaveCount(0)
    await expectAccessible(page)
  })
})
