import type { Locator, Page } from '@playwright/test'

/** The screens before the book is open: first start, set-up, desk lock and sign-in. */
export class Door {
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

  /** The twelve words as the screen shows them; the worker writes them on paper. */
  async paper(): Promise<string[]> {
    const lines = await this.page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').allTextContents()
    return lines.map((line) => line.replace(/^\d+/, ''))
  }

  /** The three fields to type back, with their places on the paper. */
  async asked(): Promise<{ place: number; input: Locator }[]> {
    const inputs = this.page.getByRole('textbox', { name: /^Word \d+$/ })
    const places = await this.page.locator('label', { hasText: /^Word \d+$/ }).allTextContents()
    return places.map((label, index) => ({ place: Number(label.slice(5)), input: inputs.nth(index) }))
  }

  async signIn(passphrase: string): Promise<void> {
    await this.page.getByLabel(/^Passphrase/).fill(passphrase)
    await this.page.keyboard.press('Enter')
  }
}
