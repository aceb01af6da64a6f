import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { AppPage } from '../pages/app'
import { MeetingPage } from '../pages/meeting'
import { SignInPage } from '../pages/sign-in'
import { RecordPage } from '../pages/record'
import { expectAccessible } from '../support/page/axe'
import { PASSPHRASE } from '../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'
import { terms } from '../support/domain/releases'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000

/** Creates a confirmed handoff whose meeting is booked for today, and a signed release to the agency. */
async function createConfirmedWithRelease(host: Host): Promise<{ readonly id: string; readonly number: number }> {
  const made = await createHandoff(host, 'Jola Dudek', { from: 'Northgate Line' })
  const runCommand = async (command: Parameters<typeof host.call<'handoff.execute'>>[1]['command']) =>
    expect(await host.call('handoff.execute', { id: made.id, command })).toMatchObject({ ok: true })
  await runCommand({
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
  await runCommand({
    kind: 'save_confirmation',
    at: null,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: 'A talk about a flat', date: null, waitLength: '', herWords: 'somebody I can see' },
    risks: { answer: 'none', dates: [] },
  })
  await runCommand({ kind: 'book_meeting', at: MONDAY_NINE + 30 * MINUTE, what: '' })
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
  const { page } = host
  await setUpJourneyOffice(host, {
    staff: ['Tamsin Boyle'],
    partners: [{ name: 'Northgate Line' }, { name: 'Harbour Housing', kind: 'housing' }],
  })
  const { number } = await createConfirmedWithRelease(host)
  const app = new AppPage(page)
  const call = new MeetingPage(page)
  const record = new RecordPage(page)
  const signInPage = new SignInPage(page)

  await test.step('it is begun from the record; what comes before takes one key each', async () => {
    await host.clock.advance(30 * MINUTE)
    await app.openRecord(number)
    await expect(record.step('Start the meeting')).toBeVisible()
    await call.press('m')
    await expect(record.step('How will you meet?')).toBeVisible()
    await record.choose('How', 'Conference call')
    await call.press('Control+Enter')
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await call.expectPresence('J. D.', 'On the line')
    await call.finishStep('Quiet place, no interruptions, phones aside')
    await call.finishStep('What can we share, and what not?')
    await call.type('Elm Street')
    await call.press('Enter')
    await expect(call.people.getByText('J. D. keeps one thing private.')).toBeVisible()
    await checkAppearance(host, 'call-permission')
    await call.finishStep('Has she signed the releases we need?')
    await call.finishStep('Which papers are needed?')
    await call.type('Proof of income')
    await call.press('Enter')
    await expect(call.main.getByRole('list', { name: 'Papers' })).toContainText('Proof of income')
    for (const step of [/^Interpreter/, /^Access/, /^She has been told/, /^Everyone knows/]) await call.finishStep(step)
  })

  await test.step('everybody is introduced: the agency and an interpreter come in, each with a part and a rule', async () => {
    await call.finishStep('Introduce everyone')
    await call.addParticipant('A partner', { pick: 'Harbour Housing', role: 'helps', rule: 'We call back' })
    await call.expectPresence('Harbour Housing', 'On the line')
    await call.addParticipant('An interpreter', {
      name: 'Interpreter, Dari',
      role: 'interprets',
      rule: 'She calls us back within five minutes',
    })
    await checkAppearance(host, 'call-introduce')
  })

  await test.step('what is typed is in the book, and what she keeps back is redacted (M5)', async () => {
    await call.finishStep('What led to this change now?')
    await call.type('She has to leave elm street by Friday.')
    await call.finishStep('What do the others need to know?')
    await call.type('Two children, one school.')
    await call.press('Alt+r')
    await expect(call.main.getByText('She said it is right today 9:30.')).toBeVisible()
    await call.press('Alt+ArrowLeft')
    await expect(call.main.getByRole('textbox', { name: /^The situation/ })).toHaveValue(/^She has to leave ▬+ by Friday\.$/)
    await call.press('Control+Enter')
    await call.finishStep('Who has a question?')
  })

  await test.step('the line drops: its rule stands there; the agency is on hold for 35 minutes, and the tray says so without a name', async () => {
    await call.press('Alt+4', 'Alt+4')
    await call.expectPresence('Interpreter, Dari', 'Dropped')
    await expect(call.person('Interpreter, Dari')).toContainText('Agreed: She calls us back within five minutes')
    await host.clock.advance(2 * MINUTE)
    await expect(call.person('Interpreter, Dari')).toContainText(/dropped 2:0\d/)
    await call.press('Alt+4', 'Alt+3')
    await call.expectPresence('Interpreter, Dari', 'On the line')
    await call.expectPresence('Harbour Housing', 'On hold')
    await host.clock.advance(35 * MINUTE)
    await expect(call.person('Harbour Housing')).toContainText(/on hold 35:\d\d/)
    expect(await host.tray()).toMatch(/^Still on hold: 35 min$/)
    expect(await host.tray()).not.toMatch(/Harbour|Dudek|J\. D\./)
    await expect(page).toHaveTitle('Day-book')
    await call.press('Alt+3', 'Alt+3')
    await call.expectPresence('Harbour Housing', 'On the line')
  })

  await test.step('the plan: a line without a date does not stop the call', async () => {
    await call.finishStep('Who does what, and by when?')
    await call.type('Send proof of income')
    await call.press('Tab')
    await call.type('Harbour Housing')
    await call.press('Tab')
    await call.type('2026-11-20')
    await call.press('Tab')
    await call.type('12:00')
    await call.press('Enter')
    await expect(call.planLine('Send proof of income')).toContainText('Fri 20 Nov 12:00')
    await call.type('Ask the school about the bus')
    await call.press('F8')
    await call.type('She wants the same school.')
    await call.expectSaved()
    await call.press('F8')
    await checkAppearance(host, 'call-plan')
    await call.finishStep('What is still not clear?')
  })

  await test.step('she takes the release back by a word: the screen covers her story in the same second (R2)', async () => {
    await call.press('Alt+t')
    await expect(call.question('Does she take it back?')).toBeFocused()
    await checkAppearance(host, 'call-take-back')
    await call.press('1')
    await expect(call.person('Harbour Housing')).toContainText('she took the release back')
    await expect(call.note).toHaveCount(0)
    await expect(page.getByText('Hidden. No release: Harbour Housing')).toBeVisible()
    await checkAppearance(host, 'call-covered')
    await call.press('F8')
    await expect(call.note).toBeFocused()
    await call.press('Alt+3')
    await call.expectPresence('Harbour Housing', 'On hold')
    await expect(call.note).toBeVisible()
  })

  await test.step('paused over the shift change; the next worker goes on with it where it stood (M4)', async () => {
    await call.press('F6')
    await expect(call.question('The meeting is paused')).toBeVisible()
    await signInPage.lock()
    await signInPage.signInWithPassphrase('2', PASSPHRASES['Tamsin Boyle'])
    await expect(call.question('The meeting is paused')).toBeVisible()
    await expect(call.main.getByText('Ines Okafor was running it last.')).toBeVisible()
    await call.press('Control+Enter')
    await expect(call.question('What is still not clear?')).toBeVisible()
    await expect(call.note).toHaveValue('She wants the same school.')
    await call.expectPresence('Tamsin Boyle', 'On the line')
  })

  await test.step('it does not close while something is open, and says what (M3)', async () => {
    await call.press('F4')
    await expect(call.question('How does it end?')).toBeVisible()
    await expect(call.missing).toContainText('“Ask the school about the bus” needs a person and a date')
    await expect(call.missing).toContainText('J. D. has not yet said what happens next')
    await checkAppearance(host, 'call-close')
    await call.press('Escape')
    await call.finishStep('What happens next, in your own words?')
    for (const words of ['I see the flat on Friday', 'We send the proof', 'We keep the flat until Friday']) {
      await call.type(words)
      await call.press('Tab')
    }
    await call.finishStep('Which deadlines are coming?')
    await call.press('Control+Enter')
    await expect(call.main.getByText('This step has no answer yet. Write it, or skip the step.')).toBeVisible()
    await call.press('1')
    await expect(call.main.getByRole('radio', { name: 'She has no deadlines' })).toBeChecked()
    await checkAppearance(host, 'call-risks')
    await call.finishStep('Does she know who to call safely?')
    await call.finishStep('How sure is she about going on?')
    await call.press('4')
    await expect(call.main.getByRole('radio', { name: '4', exact: true })).toBeChecked()
    await call.finishStep('How often did she have to tell her story again?')
    await call.press('1')
    await expect(call.main.getByRole('radio', { name: '1', exact: true })).toBeChecked()
    await call.finishStep('When do we meet again, and who leads?')
    await call.agreeNextMeeting('2026-11-23', '10:00')
    await call.finishStep('Which papers are needed?')
    await call.finishStep('What did we share, and with whom?')
    await call.finishStep('How does it end?')
  })

  await test.step('the line gets its date, and it closes', async () => {
    await call.press('1')
    await expect(call.question('Who does what, and by when?')).toBeVisible()
    await call.setDate('Ask the school about the bus', '2026-11-18', '9:00')
    await call.press('F4')
    await expect(call.question('Ready to end')).toBeVisible()
    await expectAccessible(page)
    await call.press('Control+Enter')
    await expect(call.question('The meeting has ended')).toBeVisible()
    await checkAppearance(host, 'call-closed')
  })

  await test.step('what was agreed is on the record, with a person and a date each; the meetings page shows it as held', async () => {
    await call.press('Enter')
    await expect(record.sheet.getByText('Ask the school about the bus').first()).toBeVisible()
    await expect(record.sheet.getByText('Send proof of income').first()).toBeVisible()
    await app.openPage('Meetings')
    await expect(page.getByRole('list', { name: 'Past two weeks' })).toContainText('J. D.')
    await checkAppearance(host, 'meetings')
  })
})

test('what was held before is written down later on the same screen; without her it says so, and F9 in the middle of a word loses nothing (M2, C8, L2)', async ({
  host,
}) => {
  const { page } = host
  const long = `The Association for ${'Neighbourly '.repeat(14)}Help`
  await setUpJourneyOffice(host, { partners: [{ name: long }] })
  const { number } = await createHandoff(host, 'Zofia Wren', { from: long, receivedAt: MONDAY_NINE - 60 * MINUTE })
  const app = new AppPage(page)
  const call = new MeetingPage(page)
  const record = new RecordPage(page)
  const signInPage = new SignInPage(page)

  await test.step('begun from the record, with the time at which it began and her words', async () => {
    await app.openRecord(number)
    await call.press('m')
    await record.choose('Is she here?', 'She asked us to go on without her')
    await record.choose('When', 'It was held earlier')
    await call.press('Control+Enter')
    await expect(record.sheet.getByText('Enter what she said.')).toBeVisible()
    await record.fill('In her words', 'You do it, I cannot hear it again')
    await record.moment('It started', 'today', '8:30')
    await checkAppearance(host, 'call-begin')
    await call.press('Control+Enter')
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await expect(call.steps).toContainText('It started 8:30')
    await expect(call.people).toContainText('You do it, I cannot hear it again')
    await expect(call.person('Z. W.')).toHaveCount(0)
  })

  await test.step('a name of two hundred letters stays inside its column', async () => {
    await call.press('Alt+0')
    await expect(call.question('Who is here?')).toBeVisible()
    await call.addParticipant('A partner', { pick: long, role: 'helps', rule: '' })
    await call.press('Escape')
    await checkAppearance(host, 'call-long')
  })

  await test.step('the desk locks in the middle of a word, and it is there again', async () => {
    await call.press('F8')
    await expect(call.note).toBeFocused()
    await call.type('Two flats on the bus li')
    await signInPage.lock()
    await signInPage.signIn(PASSPHRASE)
    await expect(call.question('Urgent tasks done')).toBeVisible()
    await call.press('Alt+2')
    await call.expectPresence(long, 'Stepped out')
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

test('she leaves the call and asks us to go on: only with her words, and it is counted apart (M2)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Harbour Housing', kind: 'housing' }, { name: 'Northgate Line' }] })
  const { id } = await createConfirmedWithRelease(host)
  const begun = await host.call('meeting.begin', {
    handoffId: id as never,
    mode: 'conference_call',
    where: '',
    withoutHer: null,
    startedAt: null,
  })
  if (!begun.ok) throw new Error('no meeting began')
  await page.evaluate((place) => void (location.hash = place), `#/meetings/${begun.value.id}`)
  const call = new MeetingPage(page)
  await expect(call.steps).toBeVisible()
  await page.keyboard.press('Alt+0')
  await call.main.getByRole('button', { name: 'She leaves, and asks us to go on' }).click()
  const form = call.main.getByRole('form', { name: 'She leaves, and asks us to go on' })
  await page.keyboard.press('Enter')
  await expect(form.getByText('Enter her words.')).toBeVisible()
  await page.keyboard.type('I have to fetch my son. Please go on.')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(call.people.getByText('She asked us to go on without her:')).toBeVisible()
  await expect(call.people.getByText('I have to fetch my son. Please go on.')).toBeVisible()
  const read = await host.call('meeting.read', { id: begun.value.id })
  expect(read).toMatchObject({ ok: true, value: { withoutHer: 'I have to fetch my son. Please go on.' } })
})
