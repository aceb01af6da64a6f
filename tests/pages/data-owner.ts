import { expect, type Locator, type Page } from '@playwright/test'
import { square } from './book'
import { Settings } from './staff'

/** The data owner's two pages of the settings: reasons for a bounce, and what is asked. */
export class DataOwner {
  readonly settings: Settings

  constructor(readonly page: Page) {
    this.settings = new Settings(page)
  }

  line(name: string): Locator {
    return this.settings.line(name)
  }

  private async fill(words: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(words)) await this.page.getByRole('textbox', { name: label, exact: true }).fill(value)
    await this.page.keyboard.press('Control+Enter')
  }

  async reword(reason: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('link', { name: reason, exact: true }).click()
    await this.fill(words)
    await expect(this.settings.book.heading('Bounce reasons')).toBeVisible()
  }

  /** By keyboard, from the sheet. */
  async add(side: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.page.keyboard.press('a')
    await square(this.page, 'Side', side)
    await this.fill(words)
    await expect(this.settings.book.heading('Bounce reasons')).toBeVisible()
  }

  async retire(reason: string): Promise<void> {
    await this.page.getByRole('link', { name: reason, exact: true }).click()
    await this.page.getByRole('button', { name: `Stop using “${reason}”` }).click()
    await expect(this.settings.book.heading('Bounce reasons')).toBeVisible()
  }

  async field(name: string, asked: 'Optional' | 'Required' | 'Hidden' | null, words?: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click()
    if (asked !== null) await square(this.page, 'Is it on the form?', asked)
    if (words !== undefined) await this.page.getByRole('textbox', { name: 'Your wording' }).fill(words)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.settings.book.heading('Form fields')).toBeVisible()
  }
}
