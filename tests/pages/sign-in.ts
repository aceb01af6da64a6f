import { expect, type Locator, type Page } from '@playwright/test'

/** The screens before the database is open: first start, set-up, screen lock and sign-in. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true })
  }

  async next(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
  }

  /** Reads the twelve words that the worker writes on paper. */
  async readRecoveryWords(): Promise<string[]> {
    const lines = await this.page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').allTextContents()
    return lines.map((line) => line.replace(/^\d+/, ''))
  }

  /** Finds the three fields to type back, with their positions on the paper. */
  async findWordsToTypeBack(): Promise<{ place: number; input: Locator }[]> {
    const inputs = this.page.getByRole('textbox', { name: /^Word \d+$/ })
    const places = await this.page.locator('label', { hasText: /^Word \d+$/ }).allTextContents()
    return places.map((label, index) => ({ place: Number(label.slice(5)), input: inputs.nth(index) }))
  }

  /** Locks with F9, from anywhere. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('F9')
    await expect(this.heading('Who is at the desk?')).toBeVisible()
  }

  /** A name of the list, not opened yet. */
  workerName(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: name }).getByRole('button').first()
  }

  get pinField(): Locator {
    return this.page.getByLabel('PIN, six digits or more', { exact: true })
  }

  /** Signs in with a number, a PIN, Enter (L4). */
  async signInWithPin(key: string, pinField: string): Promise<void> {
    await this.page.keyboard.press(key)
    await expect(this.pinField).toBeFocused()
    await this.page.keyboard.type(pinField)
    await this.page.keyboard.press('Enter')
  }

  /** Signs in with a number, a passphrase, Enter. */
  async signInWithPassphrase(key: string, passphrase: string): Promise<void> {
    await this.page.keyboard.press(key)
    await expect(this.page.getByLabel(/[Pp]assphrase$/)).toBeFocused()
    await this.page.keyboard.type(passphrase)
    await this.page.keyboard.press('Enter')
  }

  /** Pastes without using the machine's clipboard. */
  async paste(label: string, text: string): Promise<void> {
    await this.field(label).evaluate((field, said) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', said)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }

  /** Expects this worker to be signed in. */
  async expectSignedIn(name: string): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(name)
  }

  async signIn(passphrase: string): Promise<void> {
    await this.page.getByLabel(/[Pp]assphrase$/).fill(passphrase)
    await this.page.keyboard.press('Enter')
  }
}
