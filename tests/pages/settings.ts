import { expect, type Locator, type Page } from '@playwright/test'
import { AppPage, selectOption } from './app'

type SettingsSection =
  | 'Shelter and help numbers'
  | 'Contact standard'
  | 'Meeting steps'
  | 'Decision rights'
  | 'My absence'
  | 'Safety overrides'
  | 'Screen lock'
  | 'My passphrase and PIN'
  | 'Bounce reasons'
  | 'Form fields'
  | 'Staff and roles'
  | 'Passphrases and keys'
  | 'Activity log'

/** The settings as a director sees them: their parts, the staff, the keys, the data check. */
export class SettingsPage {
  readonly app: AppPage

  constructor(readonly page: Page) {
    this.app = new AppPage(page)
  }

  get sections(): Locator {
    return this.page.getByRole('navigation', { name: 'Settings' })
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  async open(section: SettingsSection): Promise<void> {
    await this.app.openPage('Settings')
    await this.sections.getByRole('link', { name: section, exact: true }).click()
  }

  /** The line of a worker in the table. */
  workerLine(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  /** Reads the five words and closes the panel. */
  async readFiveWords(name: string): Promise<string> {
    await expect(this.app.heading(`Five words for ${name}`)).toBeVisible()
    const words = await this.main.locator('p[dir=ltr]').innerText()
    expect(words.split(' ')).toHaveLength(5)
    await this.page.getByRole('button', { name: 'Done' }).click()
    await expect(this.app.heading('Staff and roles')).toBeVisible()
    await expect(this.page.getByText(words)).toHaveCount(0)
    return words
  }

  /** Adds a worker by keyboard. */
  async addWorker(name: string, ...more: readonly string[]): Promise<string> {
    await this.page.keyboard.press('a')
    await expect(this.page.getByRole('textbox', { name: 'First name, or the name people use' })).toBeFocused()
    await this.page.keyboard.type(name)
    for (const role of more) await this.role(role)
    await this.page.keyboard.press('Control+Enter')
    return this.readFiveWords(name)
  }

  async role(name: string): Promise<void> {
    await this.page.getByRole('toolbar', { name: 'Roles' }).getByRole('button', { name, exact: true }).click()
  }

  async openWorker(name: string): Promise<void> {
    await this.page.getByRole('link', { name }).click()
    await expect(this.app.heading(name)).toBeVisible()
  }

  /** Names the holder of a decision right, and a deputy. */
  async nameDecider(right: 'workflow owner' | 'data owner', holder: string, deputy?: string): Promise<void> {
    const row = this.page.locator('.row', { hasText: right }).filter({ has: this.page.getByRole('button', { name: 'Deputy' }) })
    await selectOption(this.page, row, new RegExp(`^(Choose a worker |.+ )?The ${right}$|The ${right}`), holder)
    if (deputy !== undefined) await selectOption(this.page, row, /Deputy/, deputy)
    await row.getByRole('button', { name: `Save the ${right}` }).click()
    await expect(row.getByRole('button', { name: `Save the ${right}` })).toHaveCount(0)
  }
}
