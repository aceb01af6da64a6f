import { expect, test } from '../hosts/fixture'
import { AppPage } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { expectAccessible } from '../support/page/axe'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const HOUR = 3_600_000

test('a workflow owner tries another standard against the last 90 days, sets it from a day, and what runs keeps its own (C2, C5)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Line' }] })
  // Recorded now, received earlier: the hours need not pass on the journey's clock.
  const createReachedAfter = async (name: string, hours: number) => {
    const { id } = await createHandoff(host, name, { receivedAt: MONDAY_NINE - hours * HOUR })
    const command = {
      kind: 'log_attempt',
      at: null,
      channel: 'call',
      wayId: null,
      outcome: 'she_called_us',
      safeCheck: 'safe',
      note: '',
      checkAt: null,
      override: false,
    } as const
    expect(await host.call('handoff.execute', { id, command })).toMatchObject({ ok: true })
  }
  for (const [nth, hours] of [3, 20, 30, 40].entries()) await createReachedAfter(`${['Ana', 'Zofia', 'Mina', 'Dora'][nth]} Wren`, hours)
  const running = await createHandoff(host, 'Hodan Ali')
  const app = new AppPage(page)
  await app.openPage('Settings')
  await page.getByRole('link', { name: 'Contact standard' }).click()
  await expect(app.heading('Contact standard')).toBeVisible()
  const standard = page.getByRole('textbox', { name: 'Standard', exact: true })
  await expect(standard).toHaveValue('24 h')
  await standard.fill('36')
  await expect(page.getByText('With 36 hours, 1 of 4')).toBeVisible()
  await expect(page.getByText('With 24 hours, as now, 2 of 4 were late.')).toBeVisible()
  await page.getByRole('button', { name: 'Show as a table' }).click()
  await checkAppearance(host, 'policy-draft')

  await test.step('one that can never be met is refused with its reason, at its field', async () => {
    await page.getByRole('textbox', { name: 'Time between attempts' }).fill('0')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Attempts need some time between them. Enter at least half an hour.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Time between attempts' })).toBeFocused()
    await host.screenshot('policy-refused')
  })

  await test.step('the draft outlives the page; then it is set', async () => {
    await expect(page.getByText(/^Draft saved/)).toBeVisible()
    await app.openPage('Board')
    await app.openPage('Settings')
    await page.getByRole('link', { name: 'Contact standard' }).click()
    await expect(standard).toHaveValue('36')
    await page.getByRole('textbox', { name: 'Time between attempts' }).fill('3 h')
    await page.getByRole('textbox', { name: 'From' }).fill('today')
    await expect(page.getByText('24 hours becomes 36 hours from today.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('36 h, from today')).toBeVisible()
    await expect(page.getByText('in force', { exact: true })).toHaveCount(1)
  })

  await test.step('what runs keeps 24 h; what comes after has 36', async () => {
    const later = await createHandoff(host, 'Farah Nour')
    expect(await host.call('handoff.read', { id: running.id })).toMatchObject({ value: { standard: { hours: 24, policyVersion: 1 } } })
    expect(await host.call('handoff.read', { id: later.id })).toMatchObject({ value: { standard: { hours: 36, policyVersion: 2 } } })
  })

  await test.step('a referral that is written down later is told the standard of then (C1, C2)', async () => {
    const intake = new NewHandoffPage(page)
    await intake.open()
    await expect(page.getByText('Due Tue 17 Nov 21:00.').or(page.getByText('Due tomorrow 21:00.'))).toBeVisible()
    await intake.earlier({ date: 'yesterday', time: '12:00', because: 'The line was down' })
    await expect(page.getByText('Due today 12:00.')).toBeVisible()
  })

  await test.step('a source gets a standard of its own, tried against its own past', async () => {
    await app.openPage('Partners')
    await page.getByRole('link', { name: /Northgate Line/ }).click()
    await page.getByRole('link', { name: 'Set a standard' }).click()
    await expect(app.heading('Northgate Line: contact standard')).toBeVisible()
    await page.getByRole('radio', { name: 'Agreed', exact: true }).click()
    await page.getByRole('textbox', { name: 'Standard', exact: true }).fill('48 h')
    await checkAppearance(host, 'policy-source')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('starts later', { exact: true })).toBeVisible()
    const list = await host.call('partner.list', {})
    expect(list.ok && list.value[0]?.standards).toMatchObject([{ hours: 48, mode: 'committed' }])
  })

  await test.step('a worker reads it and changes nothing', async () => {
    await host.call('session.lock', {})
    await expect(app.heading('Who is at the desk?')).toBeVisible()
    await host.call('session.signIn', { passphrase: 'nine slow barges pass', staffId: null })
    await app.openPage('Settings')
    await page.getByRole('link', { name: 'Contact standard' }).click()
    await expect(page.getByText('Only the workflow owner can change this. You can read it.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
    await expectAccessible(page)
    await host.screenshot('policy-worker')
  })
})

test('a source has three tries, four hours apart: its records go by them, another source’s do not (C2, C5)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Line' }, { name: 'Court Line' }] })
  const app = new AppPage(page)
  const before = await createHandoff(host, 'Ana Wren', { from: 'Northgate Line' })
  await app.openPage('Partners')
  await page.getByRole('link', { name: /Northgate Line/ }).click()
  await page.getByRole('link', { name: 'Set a standard' }).click()
  await expect(app.heading('Northgate Line: contact standard')).toBeVisible()

  await test.step('every row says "like the office" until it is the source’s own', async () => {
    await expect(page.getByRole('checkbox', { name: /^like the office/ })).toHaveCount(6)
    await expect(page.getByRole('textbox', { name: 'Time between attempts' })).toHaveCount(0)
    await checkAppearance(host, 'policy-source-as-office')
    const between = page.getByRole('checkbox', { name: 'like the office: between attempts' })
    await between.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('textbox', { name: 'Time between attempts' })).toHaveValue('2 h')
    await page.getByRole('textbox', { name: 'Time between attempts' }).fill('13 h')
    await page.getByRole('checkbox', { name: 'like the office: 0 to 24 h' }).press('Space')
    await page.getByRole('textbox', { name: 'Attempts in the first window' }).fill('3')
    await page.getByRole('textbox', { name: 'From' }).fill('today')
  })

  await test.step('what can never be met is refused at its own row', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^These attempts do not fit/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Attempts in the first window' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Time between attempts' }).fill('4 h')
    await checkAppearance(host, 'policy-source-own')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Their own rules: 3 attempts in the first window, 4 h between attempts.')).toBeVisible()
  })

  await test.step('its next record proposes by them; another source’s, and the one that ran, do not', async () => {
    const its = await createHandoff(host, 'Zofia Wren', { from: 'Northgate Line' })
    const theirs = await createHandoff(host, 'Mina Wren', { from: 'Court Line' })
    const nextAfterTry = async (id: typeof its.id) => {
      const command = {
        kind: 'log_attempt',
        at: null,
        channel: 'call',
        wayId: 'w1',
        outcome: 'no_answer',
        safeCheck: 'safe',
        note: '',
        checkAt: null,
        override: false,
      } as const
      expect(await host.call('handoff.execute', { id, command })).toMatchObject({ ok: true })
      const record = await host.call('handoff.read', { id })
      if (!record.ok || record.value.proposal?.kind !== 'slot') throw new Error('nothing is proposed')
      const [tried = 0] = record.value.attemptsAt
      return { hours: (record.value.proposal.at - tried) / HOUR, wanted: record.value.triesWanted }
    }
    expect(await nextAfterTry(its.id)).toEqual({ hours: 4, wanted: 4 })
    expect(await nextAfterTry(theirs.id)).toEqual({ hours: 2, wanted: 3 })
    expect(await nextAfterTry(before.id)).toEqual({ hours: 2, wanted: 3 })
    await app.openRecord(its.number)
    await expect(page.getByText(/Their own rules: 3 attempts in the first window, 4 h between attempts\./).first()).toBeVisible()
    await host.screenshot('record-own-standard')
  })

  await test.step('the partner’s page and the office’s list say what differs; the office cannot make it impossible', async () => {
    await app.openPage('Partners')
    await page.getByRole('link', { name: /Northgate Line/ }).click()
    await expect(page.getByText(/Their own rules: 3 attempts/).first()).toBeVisible()
    await checkAppearance(host, 'partner-own-standard')
    await app.openPage('Settings')
    await page.getByRole('link', { name: 'Contact standard' }).click()
    await expect(page.getByText(/Their own rules: 3 attempts/)).toBeVisible()
    await page.getByRole('textbox', { name: 'Attempts in the second window' }).fill('8')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^This does not fit what some sources have agreed\./)).toBeVisible()
    await expect(page.getByText('This does not fit:').getByRole('link', { name: 'Northgate Line' })).toBeVisible()
    await checkAppearance(host, 'policy-clash')
  })
})

test('the steps of a meeting are reworded, required, moved, added and taken out, by keyboard alone (section 7)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host)
  const app = new AppPage(page)
  await app.openPage('Settings')
  await page.getByRole('link', { name: 'Meeting steps' }).click()
  const step = (nth: number) => page.getByRole('textbox', { name: `After, step ${nth}`, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await step(2).fill('How often she had to tell it again')
  await page.getByRole('checkbox', { name: 'required: After, step 4' }).press('Space')
  await button('After, step 3: move up').press('Enter')
  await expect(button('After, step 2: move up')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button('After, step 1: move down')).toBeFocused()
  await button('After, step 5: remove').press('Enter')
  await expect(step(4)).toBeFocused()
  await button('Add a step: After').press('Enter')
  await expect(step(5)).toBeFocused()
  await page.keyboard.type('She was asked what went well')
  // A7: how many meetings are aimed at.
  const target = page.getByRole('textbox', { name: 'Meetings we aim for' })
  await expect(target).toHaveValue('4')
  await target.fill('0')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Enter a number from 1 to 9.')).toBeVisible()
  await target.fill('3')
  await target.scrollIntoViewIfNeeded()
  await checkAppearance(host, 'policy-steps')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Policy 2')).toBeVisible()
  const read = await host.call('policy.read', {})
  expect(read.ok && read.value.versions[0]?.policy.targetMeetings).toBe(3)
  expect(read.ok && read.value.versions[0]?.policy.steps.after).toEqual([
    { text: 'Next meeting and who leads', required: true, does: 'next_meeting' },
    { text: 'Her confidence to go on alone, 1 to 5, in her own words', required: true, does: 'confidence' },
    { text: 'How often she had to tell it again', required: true, does: 'retold' },
    { text: 'Papers still missing', required: true, does: 'papers' },
    { text: 'She was asked what went well', required: false, does: 'check' },
  ])
  await expect(step(1)).toHaveValue('Next meeting and who leads')
})
