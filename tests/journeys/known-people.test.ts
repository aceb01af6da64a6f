import { expect, test } from '../hosts/fixture'
import { AppPage } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { createHandoff } from '../support/office/create-handoff'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

test('somebody we know is found however the name and the number are written, in the form and in the search (H14) @both-hosts', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Ana Ferro', { number: '+1 (416) 555-0105' })
  await createHandoff(host, "Niamh O'Brien", { number: '416 555 0112 ext 12' })
  const app = new AppPage(page)
  const form = new NewHandoffPage(page)

  await test.step('while a new handoff is written', async () => {
    await form.open()
    for (const [typed, number] of [
      ['Ahna Ferro', 1],
      ['Ferro, Ana', 1],
      ['ferro', 1],
      ['OBrien', 2],
    ] as const) {
      await form.field('Name or initials').fill(typed)
      await expect(form.similarPeople).toContainText(`No. ${number}`)
      await expect(form.similarPeople.getByRole('listitem')).toHaveCount(1)
    }
    await checkAppearance(host, 'known-people-form')
    await form.field('Name or initials').fill('Ruth Castellan')
    await expect(form.similarPeople.getByText('No similar records so far.')).toBeVisible()
  })

  await test.step('in the search, by any part and by the last four digits', async () => {
    for (const [typed, number] of [
      ['ferro ana', 1],
      ['anna', 1],
      ['416 555 0105', 1],
      ['0105', 1],
      ["o'brien", 2],
      ['416 555 0112', 2],
    ] as const) {
      const palette = await app.search(typed)
      await expect(palette.getByRole('option', { name: new RegExp(`No\\. ${number},`) })).toBeVisible()
      await page.keyboard.press('Escape')
    }
  })
})

test('a partner is found whatever its apostrophe, and is not added twice (H14) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'St. Mary’s Outreach' }] })
  const form = new NewHandoffPage(page)
  await form.open()
  for (const typed of ["Mary's", 'marys', 'St Mary’s']) {
    await form.form.getByRole('combobox', { name: 'From' }).fill(typed)
    await expect(page.getByRole('option').first()).toHaveText(/^St\. Mary’s Outreach/)
  }
  await page.keyboard.press('Tab')
  await expect(form.form.getByRole('combobox', { name: 'From' })).toHaveValue('St. Mary’s Outreach')
})

test('whose name it is exactly comes before fifteen others, and a list that is cut says so (H14) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Maria', { number: null })
  for (const name of 'Abel Brand Cole Dahl Egan Falk Gale Hurst Irwin Jude Kane Lowe Moss Nash Orr'.split(' ')) {
    await host.clock.advance(1_000)
    await createHandoff(host, `Maria ${name}`, { number: null })
  }
  const palette = await new AppPage(page).search('maria')
  const people = palette.getByRole('option', { name: /No\. \d+,/ })
  await expect(people).toHaveCount(12)
  await expect(people.first()).toContainText('No. 1,')
  await expect(people.nth(1)).toContainText('No. 16,')
  await expect(palette.getByRole('option', { name: 'More people match. Type more of the name' })).toBeVisible()
  await checkAppearance(host, 'known-people-cut')
  await page.keyboard.press('Escape')
  await new AppPage(page).openPage('People')
  await page.getByRole('searchbox').fill('maria')
  await expect(page.getByRole('status').filter({ hasText: 'The first 12 are shown, and there are more.' })).toBeVisible()
})
