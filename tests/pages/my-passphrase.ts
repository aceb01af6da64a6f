import { expect, type Locator, type Page } from '@playwright/test'

/** The settings page "My passphrase and PIN". */
export class MyPassphrasePage {
  constructor(private readonly page: Page) {}

  get pinForm(): Locator {
    return this.page.getByRole('form', { name: 'PIN', exact: true })
  }

  get passphraseForm(): Locator {
    return this.page.getByRole('form', { name: 'Change my passphrase' })
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: /^Settings/ })
      .click()
    await this.page.getByRole('link', { name: 'My passphrase and PIN' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'My passphrase and PIN' })).toBeVisible()
  }

  async setPin(passphrase: string, pin: string): Promise<void> {
    await this.pinForm.getByLabel('Your passphrase now').fill(passphrase)
    await this.pinForm.getByLabel('New PIN, six digits or more').fill(pin)
    await this.page.keyboard.press('Enter')
  }

  async changePassphrase(now: string, next: string): Promise<void> {
    await this.passphraseForm.getByLabel('Your passphrase now').fill(now)
    await this.passphraseForm.getByLabel('Your new passphrase').fill(next)
    await this.page.keyboard.press('Enter')
  }
}
