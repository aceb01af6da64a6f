import { expect, type Locator, type Page } from '@playwright/test'
import { Book, pick } from './book'

type Part =
  | 'Shelter and help numbers'
  | 'Screen lock'
  | 'My passphrase and PIN'
  | 'Bounce reasons'
  | 'Form fields'
  | 'Staff and roles'
  | 'Passphrases and keys'
  | 'Activity log'

/** The settings as a director sees them: their parts, the sheet of the staff, the keys, the check of the book. */
export class Settings {
  readonly book: Book

  constructor(readonly page: Page) {
    this.book = new Book(page)
  }

  get parts(): Locator {
    return this.page.getByRole('navigation', { name: 'Settings' })
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  async open(part: Part): Promise<void> {
    await this.book.go('Settings')
    await this.parts.getByRole('link', { name: part, exact: true }).click()
  }

  /** The line of a worker in the sheet. */
  line(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  /** The five words, as they are written down; the panel is closed. */
  async fiveWords(name: string): Promise<string> {
    await expect(this.book.heading(`Five words for ${name}`)).toBeVisible()
    const words = await this.main.locator('p[dir=ltr]').innerText()
    expect(words.split(' ')).toHaveLength(5)
    await this.page.getByRole('button', { name: 'Done' }).click()
    await expect(this.book.heading('Staff and roles')).toBeVisible()
    await expect(this.page.getByText(words)).toHaveCount(0)
    return words
  }

  /** By keyboard, from the sheet. */
  async add(name: string, ...more: readonly string[]): Promise<string> {
    await this.page.keyboard.press('a')
    await expect(this.page.getByRole('textbox', { name: 'First name, or the name people use' })).toBeFocused()
    await this.page.keyboard.type(name)
    for (const role of more) await this.role(role)
    await this.page.keyboard.press('Control+Enter')
    return this.fiveWords(name)
  }

  async role(name: string): Promise<void> {
    await this.page.getByRole('toolbar', { name: 'Roles' }).getByRole('button', { name, exact: true }).click()
  }

  async openWorker(name: string): Promise<void> {
    await this.page.getByRole('link', { name }).click()
    await expect(this.book.heading(name)).toBeVisible()
  }

  /** Names who decides, and a deputy. */
  async decides(right: 'workflow owner' | 'data owner', holder: string, deputy?: string): Promise<void> {
    const row = this.page.locator('.row', { hasText: right }).filter({ has: this.page.getByRole('button', { name: 'Deputy' }) })
    await pick(this.page, row, new RegExp(`^(Choose a worker |.+ )?The ${right}$|The ${right}`), holder)
    if (deputy !== undefined) await pick(this.page, row, /Deputy/, deputy)
    await row.getByRole('button', { name: `Save the ${right}` }).click()
    await expect(row.getByRole('button', { name: `Save the ${right}` })).toHaveCount(0)
  }
}
