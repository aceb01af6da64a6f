import type { Page } from '@playwright/test'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { AppPage } from '../pages/app'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { createHandoff } from '../support/office/create-handoff'
import { KEY_TABLE } from '../../renderer/ui/key-table'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

async function openBoard(host: Host): Promise<BoardPage> {
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Clinic' }] })
  for (const name of ['Ana Ferro', 'Bea Lund', 'Cleo Marsh'])
    await createHandoff(host, name, { from: 'Northgate Clinic', assignedTo: 'Ines Okafor' })
  await new AppPage(host.page).openPage('Board')
  const board = new BoardPage(host.page)
  await expect(board.rows).toHaveCount(3)
  return board
}

const palette = (page: Page) => page.getByRole('dialog').getByRole('combobox')
/** A key press as another keyboard layout writes it. */
const pressAs = (page: Page, key: string, code: string, ctrlKey = false) =>
  page.evaluate(
    (press) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true })),
    { key, code, ctrlKey },
  )
/** The words of what has the focus, without its key. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement?.cloneNode(true) as HTMLElement
    for (const key of at.querySelectorAll('kbd')) key.remove()
    return at.localName === 'body' ? 'nothing' : (at.getAttribute('aria-label') ?? at.textContent.trim())
  })

test('the focus returns to where it was after the palette, after Esc and after the handoff is given away', async ({ host }) => {
  const { page } = host
  const board = await openBoard(host)

  await test.step('the palette, from a row and from the page itself', async () => {
    await page.keyboard.press('j')
    await expect(board.row(2)).toBeFocused()
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(board.row(2)).toBeFocused()
  })
  await test.step('the form to give it away, opened by its key', async () => {
    await page.keyboard.press('g')
    await expect(board.row(2)).not.toBeFocused()
    await page.keyboard.press('Escape')
    await expect(board.row(2)).toBeFocused()
  })
  await test.step('the same form, opened by its button, which is drawn anew', async () => {
    const button = board.main
      .getByRole('article')
      .getByRole('button')
      .filter({ has: page.locator('kbd', { hasText: /^G$/ }) })
    const words = await button.textContent()
    await button.press('Enter')
    await expect(button).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
    expect(await button.textContent()).toBe(words)
  })
  await test.step('it is given away', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /^Tamsin Boyle/ }).click()
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.undo-place')).toBeVisible()
    await expect.poll(() => focused(page)).not.toBe('nothing')
  })
  await test.step('a form inside a record', async () => {
    await board.row(1).press('Enter')
    await page.keyboard.press('o')
    await page.keyboard.press('g')
    await expect.poll(() => focused(page)).not.toBe('nothing')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).not.toBe('nothing')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).not.toBe('nothing')
  })
})

test('Ctrl Z in a text field undoes the typing and gives nothing back; outside it gives the handoff back', async ({ host }) => {
  const { page } = host
  const board = await openBoard(host)
  const owners = async () => {
    const read = await host.call('board.read', {})
    return read.ok ? read.value.rows.filter((row) => row.number === 1).map((row) => row.assignedTo) : []
  }
  const before = await owners()
  await page.keyboard.press('g')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /^Tamsin Boyle/ }).click()
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.undo-place')).toBeVisible()
  const given = await owners()
  expect(given).not.toEqual(before)
  await page.keyboard.press('f')
  const name = board.main.getByRole('textbox')
  await expect(name).toBeFocused()
  await page.keyboard.type('My rows')
  await page.keyboard.press('Control+z')
  await expect(name).not.toHaveValue('My rows')
  expect(await owners()).toEqual(given)
  await page.keyboard.press('Escape')
  await expect(page.locator('.undo-place')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(owners).toEqual(before)
})

test('the keys act under a Ukrainian and an Arabic keyboard, also a key that is held', async ({ host }) => {
  const { page } = host
  const board = await openBoard(host)
  for (const key of ['л', 'ن']) {
    await pressAs(page, key, 'KeyK', true)
    await expect(palette(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
  }
  await pressAs(page, 'о', 'KeyJ')
  await expect(board.row(2)).toBeFocused()
  await pressAs(page, 'ه', 'KeyI')
  await expect(board.sheet('Bea Lund')).toBeVisible()
})

test('one act has one key: C is the next action on the board and on the record', async ({ host }) => {
  const { page } = host
  await openBoard(host)
  await page.keyboard.press('c')
  const step = page.getByRole('article').getByRole('heading', { level: 2 }).first()
  await expect(step).toBeVisible()
  const words = await step.textContent()
  await page.keyboard.press('Escape')
  await expect(step).not.toHaveText(words ?? '')
  await page.keyboard.press('c')
  await expect(step).toHaveText(words ?? '')
})

test('what `?` lists are the keys of the table, each once, with every key that a button shows', async ({ host }) => {
  const { page } = host
  const board = await openBoard(host)
  const known: readonly string[] = KEY_TABLE.flatMap(({ keys }) => keys)
  /** Heard by the form, the row or the hand itself. */
  const own = ['Enter', 'Esc', 'I', 'W', '↑ ↓']
  const check = async () => {
    const shown = await page.locator('button:visible > kbd').allTextContents()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const listed = await dialog.locator('dt kbd').allTextContents()
    expect(listed.filter((keys) => !known.includes(keys))).toEqual([])
    expect(listed.filter((keys, index) => listed.indexOf(keys) !== index)).toEqual([])
    expect(shown.filter((keys) => !own.includes(keys) && !listed.includes(keys))).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await check()
  await board.showAs('Table')
  await board.row(1).click()
  await check()
  await board.row(1).press('Enter')
  await expect(page.getByRole('complementary').first()).toBeVisible()
  await check()
  await new AppPage(page).openPage('Partners')
  await page.getByRole('link', { name: 'Northgate Clinic' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Northgate Clinic/)
  await check()
})
