import { expect, type Locator, type Page } from '@playwright/test'

/** Selects an option of a list, in any form of the app. */
export async function selectOption(page: Page, within: Locator | Page, label: string | RegExp, option: string): Promise<void> {
  await within.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Chooses one of a few option buttons, or one of several. */
export async function chooseOption(within: Locator | Page, group: string, option: string | RegExp): Promise<void> {
  const one = within
    .getByRole('radiogroup', { name: group, exact: true })
    .getByRole('radio', { name: option, exact: true })
    .or(within.getByRole('group', { name: group, exact: true }).getByRole('button', { name: option, exact: true }))
    .or(within.getByRole('toolbar', { name: group, exact: true }).getByRole('button', { name: option, exact: true }))
  await one.click()
}

/** Fills in date and time in the shelter's zone. */
export async function fillMoment(within: Locator | Page, label: string, date: string, time: string): Promise<void> {
  const group = within.getByRole('group', { name: label, exact: true })
  await group.getByRole('textbox', { name: 'Date' }).fill(date)
  await group.getByRole('textbox', { name: 'Time' }).fill(time)
}

/** The signed-in app: the rail, the search, the lock, the alerts. */
export class AppPage {
  constructor(readonly page: Page) {}

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get alerts(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Seen' }) })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  async openPage(name: 'Board' | 'Meetings' | 'People' | 'Partners' | 'Settings'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click()
  }

  /** Searches with Ctrl+K. */
  async search(typed: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k')
    const palette = this.page.getByRole('dialog', { name: 'Search people, partners, actions' })
    await palette.getByRole('combobox').fill(typed)
    return palette
  }

  /** Opens the record of this number through the search. */
  async openRecord(number: number): Promise<void> {
    const palette = await this.search(String(number))
    await palette.getByRole('option', { name: new RegExp(`No\\. ${number},`) }).click()
    await expect(this.main.getByText(`No. ${number}`, { exact: true }).first()).toBeVisible()
  }

  async signIn(passphrase: string): Promise<void> {
    await this.page.getByLabel(/[Pp]assphrase$/).fill(passphrase)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  }
}
