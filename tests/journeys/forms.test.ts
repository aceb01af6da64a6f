import { expect, test } from '../hosts/fixture'
import { NewHandoffPage } from '../pages/new-handoff'
import { expectAccessible } from '../support/page/axe'
import { setUpJourneyOffice } from '../support/office/journey-office'
import { PASSPHRASE } from '../support/office/set-up-office'

test('bad input in a new handoff is said at its field, loses nothing, and outlives the screen lock', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host)
  const intake = new NewHandoffPage(page)
  await intake.open()
  await intake.submit()
  for (const words of [
    'Choose who it comes from.',
    'Enter a name, initials or another name.',
    'Choose at least one kind of help.',
    'Choose what led to this, or “Not known”.',
  ])
    await expect(page.getByText(words)).toBeVisible()
  await expect(
    page.getByText('Three answers are missing: her number, whether it is safe to contact her, her language. You can choose “Not known”.'),
  ).toBeVisible()
  await expectAccessible(page)

  await intake.form.getByRole('combobox', { name: 'From' }).fill('Wapiti Centre')
  await page.getByRole('option', { name: 'Add “Wapiti Centre”' }).click()
  const partner = page.getByRole('region', { name: 'New partner' })
  await partner.getByRole('textbox', { name: 'Name of the partner' }).fill('W'.repeat(10_000))
  await partner.getByRole('button', { name: 'Add partner' }).click()
  await expect(partner.getByText('This is too long. Make it shorter. Nothing is lost.')).toBeVisible()
  await partner.getByRole('textbox', { name: 'Name of the partner' }).fill('Wapiti Centre')
  await partner.getByRole('button', { name: 'Add partner' }).click()
  await expect(intake.form.getByRole('combobox', { name: 'From' })).toHaveValue('Wapiti Centre')

  await intake.field('Name or initials').fill('N'.repeat(10_000))
  await intake.field('Her number').fill('780 555 01')
  await intake.earlier({ date: 'tomorrow', time: '16:05', because: 'On the phone with her' })
  await intake.submit()
  await expect(page.getByText('Too long: 10000 characters. The limit is 200. Nothing is lost.')).toBeVisible()
  await expect(page.getByText(/^Two digits are missing\./)).toBeVisible()
  await expect(page.getByText('This time is in the future. Enter a time up to now.')).toBeVisible()
  await expect(intake.field('Name or initials')).toHaveValue('N'.repeat(10_000))
  await expectAccessible(page)

  await intake.field('Name or initials').fill('Amal R.')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.keyboard.press('F9')
  await page.getByLabel(/[Pp]assphrase$/).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  if (!(await intake.form.isVisible())) await intake.open()
  await expect(intake.field('Name or initials')).toHaveValue('Amal R.')
  await expect(intake.field('Why you add it later')).toHaveValue('On the phone with her')
})

test('a plan that somebody changed meanwhile keeps what was typed and says what changed (P5)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Line' }] })
  const intake = new NewHandoffPage(page)
  await intake.write({ partner: 'Northgate Line', name: 'Amal R.' })
  const board = await host.call('board.read', {})
  const read = board.ok ? await host.call('handoff.read', { id: board.value.rows[0]!.id }) : board
  if (!read.ok) throw new Error('no handoff')
  const { personId } = read.value
  await page.evaluate((place) => void (location.hash = place), `/people/${personId}/plan`)
  await page.getByRole('textbox', { name: 'If someone else answers' }).fill('Sorry, wrong number')

  const now = await host.call('plan.read', { personId })
  if (!now.ok || now.value === null) throw new Error('no plan')
  const { version, plan } = now.value
  expect(
    await host.call('plan.save', { personId, basedOn: version, plan: { ...plan, language: 'Dari' }, verifiedWith: null }),
  ).toMatchObject({ ok: true })
  await expect(page.getByText('Someone else saved a newer plan while you were writing.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByText('Someone else changed this while you were writing. Your words are still here. Read the change, then go on.'),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use theirs: Language' }).click()
  await page.getByRole('button', { name: 'I have read it. Keep mine' }).click()

  await page.getByRole('radio', { name: 'At some times' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Add the hours that are safe.')).toBeVisible()
  await page.getByRole('radio', { name: 'At any hour' }).click()
  await page.getByRole('radio', { name: 'With her, now' }).click()
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => {
      const saved = await host.call('plan.read', { personId })
      return (
        saved.ok &&
        saved.value && { language: saved.value.plan.language, say: saved.value.plan.ifSomeoneElse, with: saved.value.verified?.with }
      )
    })
    .toEqual({ language: 'Dari', say: 'Sorry, wrong number', with: 'her' })
})

test('a partner that asks is called back first, and what was said is written down (H6)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Line', phone: '780 555 0170' }] })
  await new NewHandoffPage(page).write({ partner: 'Northgate Line', name: 'Amal R.', mayTell: 'Whether she was reached' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('northgate')
  await expect(page.getByRole('option', { name: /Did you reach her\? Northgate Line/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Call back first. Then say only this' })).toBeVisible()
  await expect(page.getByText('Not reached yet. We keep trying.')).toBeHidden()
  await page.keyboard.press('r')
  await page.getByText('Not reached yet. We keep trying.').click()
  await expectAccessible(page)
  await page.keyboard.press('l')
  await expect(page.getByRole('main').getByText('Saved.')).toBeVisible()
})
