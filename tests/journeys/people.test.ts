import { expect, test } from '../hosts/fixture'
import { Book, square } from '../pages/book'
import { MONDAY_NINE, openOffice, ZONE } from '../support/journey-office'
import { look } from '../support/look'
import { refer } from '../support/referrals'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE, actionTimeout: 10_000 })

test('a person is found, has one page over all her handoffs, and two records of her become one and two again', async ({ host }) => {
  test.setTimeout(120_000)
  const { page } = host
  await openOffice(host, { staff: [], partners: [{ name: 'Northgate Crisis Line' }] })
  const first = await refer(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line' })
  const second = await refer(host, 'Marta Lindkvist', { from: 'Northgate Crisis Line' })
  const book = new Book(page)
  const main = book.main
  const side = page.getByRole('complementary', { name: 'Who she is' })
  const found = main.getByRole('region', { name: 'People' })
  const find = main.getByRole('searchbox', { name: 'Find a person' })

  await book.go('People')
  await look(host, 'people')
  await find.fill('lindk')
  await expect(found.getByRole('row')).toHaveCount(2)
  await look(host, 'people-found')
  await expect(main.getByText('Lindkvist')).toHaveCount(0)
  await found.getByRole('link', { name: 'M. L.' }).press('Enter')
  await expect(book.heading('M. L.')).toBeVisible()
  await expect(main.getByRole('region', { name: 'What has happened' })).toContainText(`No. ${second.number}`)

  // What is known of who she is; her spellings are looked for like her name, and stand nowhere.
  await page.keyboard.press('e')
  await side.getByRole('textbox', { name: 'Alias' }).fill('Wren')
  await side.getByRole('textbox', { name: 'Other spellings' }).fill('Marthe')
  await look(host, 'person-change')
  await page.keyboard.press('Control+Enter')
  await expect(book.heading('Wren')).toBeVisible()
  await expect(main.getByText('Marthe')).toHaveCount(0)
  await look(host, 'person')

  await side.getByRole('button', { name: 'Join another record to this one' }).click()
  await side.getByRole('searchbox').fill('lindq')
  await side.getByRole('button', { name: 'This is her' }).click()
  const pair = page.getByRole('form', { name: 'Is this one person?' })
  await expect(pair.getByRole('region', { name: 'One of the two' })).toContainText('Wren')
  await expect(pair.getByRole('region', { name: 'The other one' })).toContainText('M. L.')
  await page.keyboard.press('Control+Enter')
  await expect(pair).toContainText('Write how you know it.')
  await square(pair, 'Which one stays?', /Wren$/)
  await pair.getByRole('textbox', { name: 'How you know that it is one person' }).fill('the same number, she says so')
  await look(host, 'people-together')
  await page.keyboard.press('Control+Enter')
  const hers = main.getByRole('region', { name: 'Her handoffs' })
  await expect(hers).toContainText(`No. ${first.number}`)
  await expect(hers).toContainText(`No. ${second.number}`)
  await expect(side).toContainText('Because: the same number, she says so')
  await look(host, 'person-joined')
  await book.go('People')
  await find.fill('lindq')
  await expect(found.getByRole('link', { name: 'Wren' })).toBeVisible()
  await find.fill('marthe')
  await found.getByRole('link', { name: 'Wren' }).press('Enter')

  await side.getByRole('button', { name: 'Undo the joining of M. L.' }).click()
  await expect(hers).not.toContainText(`No. ${first.number}`)
  await expect(hers).toContainText(`No. ${second.number}`)
})
