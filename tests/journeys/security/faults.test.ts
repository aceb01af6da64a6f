import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { contract } from '#shared/contract/index'
import { MINIMUM_COST } from '../../../electron/vault/key-derivation'
import { Vault } from '../../../electron/vault/vault'
import { startBrowserHost } from '../../hosts/browser'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { AppPage } from '../../pages/app'
import { SignInPage } from '../../pages/sign-in'
import { NewHandoffPage } from '../../pages/new-handoff'
import { RecordPage } from '../../pages/record'
import { readOnlyFile, smallDisk } from '../../support/database/bad-disk'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../../support/office/journey-office'
import { changeWithKey } from '../../support/database/open-with-key'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const databaseFile = (host: Host) => join(host.dataFolder, 'book.db')

/** The start screen says what happened, what is safe and what to do next; nothing of the book is in the page. */
async function expectSignInFault(host: Host, what: string, safe: string): Promise<void> {
  const { page } = host
  await expect(page.getByRole('heading', { level: 1, name: what })).toBeVisible()
  await expect(page.getByText(safe)).toBeVisible()
  await expect(page.getByText('What to do next')).toBeVisible()
  await expect(page).toHaveTitle('Day-book')
  const shown = `${await page.content()}`
  for (const word of ['Ines', 'Harbour', 'sqlite', 'SQLITE', host.dataFolder]) expect(shown).not.toContain(word)
}

test('a second one on the same book: the first stays, the second says that it is open somewhere else (E5, D1) @both-hosts', async ({
  host,
  browserPool,
}) => {
  await setUpJourneyOffice(host)
  // Another program, or another user of this computer, with the same folder; that the app itself starts once is shown in hardening.
  const other = await startBrowserHost(await browserPool.browser(), { dataFolder: host.dataFolder, startAt: MONDAY_NINE, pcZone: ZONE })
  try {
    await new SignInPage(other.page).signIn(PASSPHRASE)
    await expectSignInFault(other, 'The book is open somewhere else.', 'Nothing was changed here.')
    await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    expect(await host.call('board.read', {})).toMatchObject({ ok: true })
    await test.step('closed there, it opens here', async () => {
      await host.quit()
      await other.page.getByRole('button', { name: 'Look again' }).click()
      await new SignInPage(other.page).signIn(PASSPHRASE)
      await expect(other.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    })
  } finally {
    await other.quit()
  }
})

test('a file that is no database, one with nothing in it, and none at all are refused and left as they are (D1) @both-hosts', async ({
  host,
}) => {
  await setUpJourneyOffice(host)
  await host.quit()
  const kept = `${databaseFile(host)}.kept`
  copyFileSync(databaseFile(host), kept)
  for (const bytes of [Buffer.alloc(20_000, 'not a book '), Buffer.alloc(0)]) {
    writeFileSync(databaseFile(host), bytes)
    for (const end of ['-wal', '-shm']) rmSync(databaseFile(host) + end, { force: true })
    await host.restart()
    await new SignInPage(host.page).signIn(PASSPHRASE)
    await expectSignInFault(host, 'This file is not the book.', 'Nothing was written to it and nothing was deleted.')
    await host.quit()
  }
  rmSync(databaseFile(host))
  await host.restart()
  await expectSignInFault(host, 'This file is not the book.', 'Nothing was written to it and nothing was deleted.')
  await test.step('the right one put back opens again', async () => {
    await host.quit()
    copyFileSync(kept, databaseFile(host))
    await host.restart()
    await new AppPage(host.page).signIn(PASSPHRASE)
  })
})

test('a book of a newer version is refused in words and not touched (D5) @both-hosts', async ({ host }) => {
  await setUpJourneyOffice(host)
  await host.quit()
  await changeWithKey(host.dataFolder, PASSPHRASE, (sqlite) =>
    sqlite.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of a later year', 4000000000000)"),
  )
  await host.restart()
  await new SignInPage(host.page).signIn(PASSPHRASE)
  await expectSignInFault(host, 'This book was written by a newer Day-book.', 'It was not touched. Everything in it is as it was.')
  await test.step('without the newer part it opens as before', async () => {
    await host.quit()
    await changeWithKey(host.dataFolder, PASSPHRASE, (sqlite) =>
      sqlite.exec("DELETE FROM __drizzle_migrations WHERE hash = 'of a later year'"),
    )
    await host.restart()
    await new AppPage(host.page).signIn(PASSPHRASE)
  })
})

test('another office’s keyring does not open this book, and a damaged one is said to be damaged (K1) @both-hosts', async ({ host }) => {
  await setUpJourneyOffice(host)
  await host.quit()
  const rings = readdirSync(host.dataFolder).filter((name) => name.startsWith('keyring'))
  const kept = mkdtempSync(join(tmpdir(), 'day-book-'))
  for (const ring of rings) copyFileSync(join(host.dataFolder, ring), join(kept, ring))
  await test.step('a wrong key', async () => {
    for (const ring of rings) rmSync(join(host.dataFolder, ring))
    const otherVault = new Vault({
      folder: host.dataFolder,
      ids: { uuid: uuidv7 },
      random: { bytes: (count) => Buffer.alloc(count, 3) },
      chooseCost: () => Promise.resolve(MINIMUM_COST),
    })
    ;(await otherVault.createKeyring(PASSPHRASE, Array<string>(12).fill('abandon'))).save()
    await host.restart()
    await new SignInPage(host.page).signIn(PASSPHRASE)
    await expectSignInFault(host, 'This file is not the book.', 'Nothing was written to it and nothing was deleted.')
    await host.quit()
  })
  await test.step('a damaged keyring', async () => {
    for (const ring of rings) writeFileSync(join(host.dataFolder, ring), '{"slots": [')
    await host.restart()
    await expectSignInFault(
      host,
      'The list of keys is damaged.',
      'The book itself was not touched. It is still locked, and nobody else can read it.',
    )
    await expect(host.page.getByText('Do not set up a new office.', { exact: false })).toBeVisible()
    await host.quit()
  })
  await test.step('its own keyring opens it again', async () => {
    for (const ring of rings) copyFileSync(join(kept, ring), join(host.dataFolder, ring))
    rmSync(kept, { recursive: true })
    await host.restart()
    await new AppPage(host.page).signIn(PASSPHRASE)
  })
})

test('a book that cannot be written to is not opened, and opens once it can (D6) @both-hosts', async ({ host }) => {
  await setUpJourneyOffice(host)
  await host.quit()
  const disk = readOnlyFile(databaseFile(host))
  if (typeof disk === 'string') {
    test.skip(true, disk)
    return
  }
  try {
    await host.restart()
    await new SignInPage(host.page).signIn(PASSPHRASE)
    await expectSignInFault(host, 'The book cannot be written to.', 'Everything in it is as it was.')
    disk.release()
    await host.page.getByRole('button', { name: 'Look again' }).click()
    await new AppPage(host.page).signIn(PASSPHRASE)
  } finally {
    disk.release()
  }
})

test('on a full disk what was typed stays on screen, nothing is half written, and the same button works once there is room (D6) @both-hosts', async ({
  host,
}) => {
  await host.quit()
  const disk = smallDisk(host.dataFolder)
  if (typeof disk === 'string') {
    test.skip(true, disk)
    return
  }
  try {
    await host.restart()
    await setUpJourneyOffice(host)
    const { page } = host
    const intake = new NewHandoffPage(page)
    await intake.open()
    await intake.fill({ partner: 'She called us herself', name: 'Ana Ferro' })
    disk.fill()
    await intake.submit()
    await expect(page.getByText('The disk is full. Your words are safe on this screen.').first()).toBeVisible()
    await expect(page.getByText(/Nothing new is saved until there is room\./)).toBeVisible()
    await expect(intake.field('Name or initials')).toHaveValue('Ana Ferro')
    await expect(intake.field('Her number')).toHaveValue('780 555 0142')
    expect(await host.call('board.read', {})).toMatchObject({ ok: true, value: { rows: [] } })
    disk.makeRoom()
    await host.clock.advance(15_000)
    await intake.submit()
    await expect(new RecordPage(page).sheet.getByText('No. 1', { exact: true })).toBeVisible()
    await expect(page.getByText(/Nothing new is saved until there is room\./)).toHaveCount(0)
  } finally {
    await host.quit()
    disk.release()
  }
})

test('whatever is not in the contract is refused as invalid, call by call (I1) @both-hosts', async ({ host }) => {
  await setUpJourneyOffice(host)
  for (const [channel, { stages }] of Object.entries(contract)) {
    const answer = await host.callRaw(channel, { notInTheContract: 1 })
    const wanted = (stages as readonly string[]).includes('open') ? { kind: 'invalid' } : { kind: 'closed_to_you', stage: 'open' }
    expect(answer, channel).toMatchObject({ ok: false, failure: wanted })
    // No word of what was sent comes back but the names of the fields.
    expect(JSON.stringify(answer), channel).not.toContain('SELECT')
  }
  for (const channel of [
    'handoff.drop',
    '__proto__',
    'constructor',
    'toString',
    '',
    ' board.read',
    'BOARD.READ',
    null,
    { name: 'board.read' },
    ['board.read'],
  ])
    expect(await host.callRaw(channel, {}), JSON.stringify(channel)).toEqual({
      ok: false,
      failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] },
    })
  for (const input of [null, 'x', 7, [], { id: "1' OR 1=1" }, { id: '01936a00-0000-7000-8000-000000000001', more: true }])
    expect(await host.callRaw('handoff.read', input)).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
})
