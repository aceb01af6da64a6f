import { expect, type Locator, type Page } from '@playwright/test'
import { chooseOption } from './app'
import { SettingsPage } from './settings'

/** The data owner's two pages of the settings: bounce reasons, and form fields. */
export class DataOwnerPage {
  readonly settings: SettingsPage

  constructor(readonly page: Page) {
    this.settings = new SettingsPage(page)
  }

  line(name: string): Locator {
    return this.settings.workerLine(name)
  }

  private async fill(words: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(words)) await this.page.getByRole('textbox', { name: label, exact: true }).fill(value)
    await this.page.keyboard.press('Control+Enter')
  }

  async reword(reason: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('link', { name: reason, exact: true }).click()
    await this.fill(words)
    await expect(this.settings.app.heading('Bounce reasons')).toBeVisible()
  }

  /** Adds a reason by keyboard. */
  async add(side: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.page.keyboard.press('a')
    await chooseOption(this.page, 'Side', side)
    await this.fill(words)
    await expect(this.settings.app.heading('Bounce reasons')).toBeVisible()
  }

  async retire(reason: string): Promise<void> {
    await this.page.getByRole('link', { name: reason, exact: true }).click()
    await this.page.getByRole('button', { name: `Stop using “${reason}”` }).click()
    await expect(this.settings.app.heading('Bounce reasons')).toBeVisible()
  }

  async changeField(name: string, required: 'Optional' | 'Required' | 'Hidden' | null, words?: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click()
    if (required !== null) await chooseOption(this.page, 'Is it on the form?', required)
    if (words !== undefined) await this.page.getByRole('textbox', { name: 'Your wording' }).fill(words)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.settings.app.heading('Form fields')).toBeVisible()
  }
}
