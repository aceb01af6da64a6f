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
    await expect(this.settings.app.heading('Reasons for a bounce')).toBeVisible()
  }

  /** Adds a reason by keyboard. */
  async add(side: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.page.keyboard.press('a')
    await chooseOption(this.page, 'On which side', side)
    await this.fill(words)
    await expect(this.settings.app.heading('Reasons for a bounce')).toBeVisible()
  }

  async retire(reason: string): Promise<void> {
    await this.page.getByRole('link', { name: reason, exact: true }).click()
    await this.page.getByRole('button', { name: `Retire “${reason}”` }).click()
    await expect(this.settings.app.heading('Reasons for a bounce')).toBeVisible()
  }

  async changeField(name: string, required: 'May be left empty' | 'Must be answered' | 'Not asked' | null, words?: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click()
    if (required !== null) await chooseOption(this.page, 'Is it asked?', required)
    if (words !== undefined) await this.page.getByRole('textbox', { name: 'In other words' }).fill(words)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.settings.app.heading('What is asked')).toBeVisible()
  }
}
