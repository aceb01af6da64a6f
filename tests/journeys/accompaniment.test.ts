import { expect, test } from '../hosts/fixture'
import type { Input } from '#shared/contract/index'
import type { Host } from '../hosts/host'
import { AppPage, chooseOption } from '../pages/app'
import { MeetingPage } from '../pages/meeting'
import { SignInPage } from '../pages/sign-in'
import { RecordPage } from '../pages/record'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Sunday 22 November 2026, 23:00: an hour later the week is over. */
const SUNDAY_LATE = MONDAY_NINE + 6 * DAY + 14 * HOUR

test.use({ pcZone: ZONE, startAt: SUNDAY_LATE })

interface HeldMeeting {
  readonly score: 1 | 2 | 3 | 4 | 5
  readonly words: string
  /** The agency led it. */
  readonly led?: boolean
  /** Held this many days ago, and recorded now (C8). */
  readonly ago?: number
  /** It is still running. */
  readonly open?: boolean
}

/** Prepares a meeting with the person over the bridge; its screen has a journey of its own. */
async function holdMeeting(
  host: Host,
  handoffId: Input<'meeting.begin'>['handoffId'],
  { score, words, led = false, open = false, ago = 0 }: HeldMeeting,
): Promise<void> {
  const begun = await host.call('meeting.begin', {
    handoffId,
    mode: 'in_person',
    where: '',
    withoutHer: null,
    startedAt: ago === 0 ? null : SUNDAY_LATE - ago * DAY,
  })
  const partners = await host.call('partner.list', {})
  if (!begun.ok || !partners.ok) throw new Error('no meeting began')
  const { id } = begun.value
  let version = 1
  const act = async (command: Input<'meeting.execute'>['command']) => {
    const answer = await host.call('meeting.execute', { id, version, command })
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    version = answer.value.version
  }
  const partnerId = partners.value[0]?.id ?? null
  if (led) await act({ kind: 'join', who: 'partner', name: '', staffId: null, partnerId, role: 'leads', rule: '' })
  await act({ kind: 'confidence', score, words })
  if (!open) await act({ kind: 'close', how: 'she_ended_it', words: '', at: ago === 0 ? null : SUNDAY_LATE - ago * DAY + HOUR })
}

test('four meetings, a step back and one up again, ended by her word; a colleague asks her how it was (A1, A2, A3, A6)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Ruth Adeyemi'], partners: [{ name: 'Harbour Housing', kind: 'housing' }] })
  const { id, number } = await createHandoff(host, 'Celia Parr', { to: 'Harbour Housing', receivedAt: SUNDAY_LATE - 22 * DAY })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  const stageTable = page.getByRole('table', { name: /^What Ines Okafor did / })
  const here = (row: string | RegExp) => stageTable.getByRole('row', { name: row }).getByText(/ here$/)

  await test.step('after the first meeting she is not sure: the same is proposed, and she says so', async () => {
    await holdMeeting(host, id, { score: 2, words: 'I did not sleep before it.', ago: 21 })
    await app.openPage('Meetings')
    await page.getByRole('link', { name: 'Ask her about the next step: C. P.' }).click()
    await expect(app.heading('C. P. goes on, Ines Okafor steps back')).toBeVisible()
    await expect(app.main.getByText('Proposed: Ines Okafor leads. Her confidence is 2 out of 5.')).toBeVisible()
    await page.keyboard.press('1')
    await expect(app.main.getByRole('heading', { name: 'She decided: from now on Ines Okafor leads.' })).toBeVisible()
  })

  await test.step('a week later she is surer: one step back; the staircase shows it', async () => {
    await holdMeeting(host, id, { score: 4, words: 'I asked my own questions.', led: true, ago: 14 })
    await expect(
      app.main.getByText(
        'Proposed: Ines Okafor shares the lead. Her confidence rose from 2 to 4, and Harbour Housing led the last meeting.',
      ),
    ).toBeVisible()
    await checkAppearance(host, 'accompaniment-ask')
    await page.keyboard.press('1')
    await expect(app.main.getByRole('heading', { name: 'She decided: from now on Ines Okafor shares the lead.' })).toBeVisible()
  })

  await test.step('another step back; then it was too much, and she has more again at once', async () => {
    await holdMeeting(host, id, { score: 4, words: 'It went well.', ago: 7 })
    await expect(app.main.getByText(/^Proposed: .* is there\./)).toBeVisible()
    await page.keyboard.press('1')
    await expect(app.main.getByRole('heading', { name: 'She decided: from now on Ines Okafor is there.' })).toBeVisible()
    await page.keyboard.press('p')
    await expect(app.main.getByRole('heading', { name: 'How much support does she want from Ines Okafor?' })).toBeVisible()
    await chooseOption(app.main, 'From now on', 'Ines Okafor shares the lead')
    await app.main.getByRole('textbox', { name: /^In her own words/ }).fill('The forms were too much.')
    await page.keyboard.press('Control+Enter')
    await expect(app.main.getByText('Stepping back waits for the next meeting.')).toBeVisible()
    await expect(here('shares the lead')).toHaveCount(2)
  })

  await test.step('the fourth ends on the call screen, which leads here; she goes on alone, in her own words', async () => {
    await host.clock.advance(5 * 60_000)
    await holdMeeting(host, id, { score: 5, words: 'I know whom to ask now.', open: true })
    await app.openPage('Meetings')
    await page.getByRole('button', { name: 'Resume: C. P.' }).click()
    await expect(new MeetingPage(page).people).toBeVisible()
    await page.keyboard.press('F4')
    await page.keyboard.press('Alt+e')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'Ask her about the next step' }).click()
    await expect(app.main.getByText(/^Proposed: Ines Okafor is there\. Her confidence rose from 4 to 5\.$/)).toBeVisible()
    await page.keyboard.press('4')
    await app.main.getByRole('textbox', { name: 'In her own words' }).fill('I can do this now.')
    await page.keyboard.press('Control+Enter')
    await expect(app.main.getByRole('heading', { name: /^She has gone on alone since today/ })).toBeVisible()
  })

  await test.step('what went well is for the team, without her name; who works with her does not ask how it was', async () => {
    await page.keyboard.press('Enter')
    await record.openOtherActions()
    await expect(record.button('Ask for her feedback')).toHaveAttribute('aria-disabled', 'true')
    await record.button('Note what went well').click()
    await page.getByRole('textbox', { name: 'In one line' }).fill('Celia signed her own lease')
    await page.keyboard.press('Control+Enter')
    await expect(app.main.getByText(/^The team reads: ▬+ signed her own lease$/)).toBeVisible()
    await app.openPage('Meetings')
    await expect(page.getByRole('list', { name: 'What went well' })).toContainText(/▬+ signed her own lease/)
  })

  const signInPage = new SignInPage(page)
  const ruth = async () => {
    await signInPage.workerName('Ruth').click()
    await page.getByLabel(/[Pp]assphrase$/).fill(PASSPHRASES['Ruth Adeyemi'])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  }

  await test.step('a colleague turns the screen to her; whichever way it is left, the screen is locked (A6)', async () => {
    await signInPage.lock()
    await ruth()
    await app.openRecord(number)
    await record.openOtherActions()
    await record.button('Ask for her feedback').click()
    await page.keyboard.press('Enter')
    await expect(app.heading('How was it for you?')).toBeVisible()
    await expect(page.getByText(/C\. P\.|Ines|Ruth|Day-book/)).toHaveCount(0)
    await checkAppearance(host, 'feedback')
    await page.goBack()
    await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
    await ruth()
    await app.openRecord(number)
    await record.openOtherActions()
    await record.button('Ask for her feedback').click()
    await page.keyboard.press('Enter')
    await chooseOption(app.main, 'Did you feel heard?', 'Yes')
    await chooseOption(app.main, 'Did you have to tell your story again?', 'Partly')
    await page.getByRole('textbox', { name: /^Is there anything else/ }).fill('Ines was kind to me, says Celia')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(app.heading('Thank you.')).toBeVisible()
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
  })

  await test.step('once the week is over it can be read, without a name', async () => {
    await ruth()
    await host.clock.advance(HOUR)
    await app.openPage('Settings')
    await page.getByRole('link', { name: 'Feedback', exact: true }).click()
    await expect(app.main.getByText(/▬+ was kind to me, says ▬+/)).toBeVisible()
    await expect(app.main.getByRole('row', { name: /^Felt heard/ })).toContainText('1')
    await checkAppearance(host, 'feedback-read')
  })
})
