import { expect, test } from '../hosts/fixture'
import { Book } from '../pages/book'
import { MONDAY_NINE, openOffice, ZONE } from '../support/journey-office'
import { expectAccessible } from '../support/axe'
import { look } from '../support/look'
import { refer } from '../support/referrals'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE, actionTimeout: 10_000 })

const HOUR = 3_600_000

test('a workflow owner tries another standard against the last 90 days, sets it from a day, and what runs keeps its own (C2, C5)', async ({
  host,
}) => {
  test.setTimeout(120_000)
  const { page } = host
  await openOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Line' }] })
  // Written down now, received earlier: the hours need not pass on the journey's clock.
  const reachedAfter = async (name: string, hours: number) => {
    const { id } = await refer(host, name, { receivedAt: MONDAY_NINE - hours * HOUR })
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
    expect(await host.call('handoff.do', { id, command })).toMatchObject({ ok: true })
  }
  for (const [nth, hours] of [3, 20, 30, 40].entries()) await reachedAfter(`${['Ana', 'Zofia', 'Mina', 'Dora'][nth]} Wren`, hours)
  const running = await refer(host, 'Hodan Ali')
  const book = new Book(page)
  await book.go('Settings')
  await page.getByRole('link', { name: 'The contact standard' }).click()
  await expect(book.heading('How long, how often')).toBeVisible()
  const standard = page.getByRole('textbox', { name: 'Standard', exact: true })
  await expect(standard).toHaveValue('24 h')
  await standard.fill('36')
  await expect(page.getByText('With 36 h, 1 of 4')).toBeVisible()
  await expect(page.getByText('With 24 h, as now, 2 of 4 were.')).toBeVisible()
  await page.getByRole('button', { name: 'The same as a table' }).click()
  await look(host, 'policy-draft')

  await test.step('one that can never be met is refused with its reason, at its field', async () => {
    await page.getByRole('textbox', { name: 'Time between tries' }).fill('0')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Tries need some time between them. Write at least half an hour.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Time between tries' })).toBeFocused()
    await host.screenshot('policy-refused')
  })

  await test.step('the draft outlives the page; then it is set', async () => {
    await expect(page.getByText(/^Draft kept/)).toBeVisible()
    await book.go('Board')
    await book.go('Settings')
    await page.getByRole('link', { name: 'The contact standard' }).click()
    await expect(standard).toHaveValue('36')
    await page.getByRole('textbox', { name: 'Time between tries' }).fill('3 h')
    await page.getByRole('textbox', { name: 'From' }).fill('today')
    await expect(page.getByText('24 h becomes 36 h from today.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('36 h, from today')).toBeVisible()
    await expect(page.getByText('in force', { exact: true })).toHaveCount(1)
  })

  await test.step('what runs keeps 24 h; what comes after has 36', async () => {
    const later = await refer(host, 'Farah Nour')
    expect(await host.call('handoff.read', { id: running.id })).toMatchObject({ value: { standard: { hours: 24, policyVersion: 1 } } })
    expect(await host.call('handoff.read', { id: later.id })).toMatchObject({ value: { standard: { hours: 36, policyVersion: 2 } } })
  })

  await test.step('a source gets a standard of its own, tried against its own past', async () => {
    await book.go('Partners')
    await page.getByRole('link', { name: /Northgate Line/ }).click()
    await page.getByRole('link', { name: 'How long, how often' }).click()
    await expect(book.heading('Northgate Line: how long, how often')).toBeVisible()
    await page.getByRole('radio', { name: 'Agreed', exact: true }).click()
    await page.getByRole('textbox', { name: 'Standard', exact: true }).fill('48 h')
    await look(host, 'policy-source')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('to come', { exact: true })).toBeVisible()
    const list = await host.call('partner.list', {})
    expect(list.ok && list.value[0]?.standards).toMatchObject([{ hours: 48, mode: 'committed' }])
  })

  await test.step('a worker reads it and changes nothing', async () => {
    await host.call('session.lock', {})
    await expect(book.heading('Who is at the desk?')).toBeVisible()
    await host.call('session.signIn', { passphrase: 'nine slow barges pass', staffId: null })
    await book.go('Settings')
    await page.getByRole('link', { name: 'The contact standard' }).click()
    await expect(page.getByText('The workflow owner changes this. You can read it.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
    await expectAccessible(page)
    await host.screenshot('policy-worker')
  })
})
