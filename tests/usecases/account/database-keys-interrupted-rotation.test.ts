import { rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { openTestOffice, createScratchFolder } from '../../support/office/test-office'
import { createMust } from '../../support/office/signed-in-office'

test('a rotation that is cut short after the exchange raises no false alarm about the trail or the list of times (D3, T1, L5)', async () => {
  const [data, aside] = [createScratchFolder(), createScratchFolder()]
  const migrations = join(aside, 'migrations')
  const link = () => symlinkSync(resolve('drizzle/migrations'), migrations)
  link()
  const options = { ports: { folders: { data, migrations } } }
  const first = openTestOffice(data, options)
  await setUpOffice(first)
  await createMust(first)('session.seal', {})
  await createMust(first)('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  // The book cannot be opened any more under its new key: what a kill at that moment leaves.
  rmSync(migrations)
  expect((await first.call('keys.rotate', {})).ok).toBe(false)
  // Nothing is left at the desk that looks open and is not.
  expect(await createMust(first)('office.state', {})).toMatchObject({ stage: 'sealed', fault: 'io' })
  first.office.quit()
  link()
  const again = openTestOffice(data, { ...options, clock: first.clock })
  const must = createMust(again)
  const sealed = await must('office.state', {})
  expect(sealed).toMatchObject({ stage: 'sealed', fault: null })
  expect(sealed.nextDue?.genuine ?? true).toBe(true)
  await must('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  expect(await must('keys.read', {})).toMatchObject({ generation: 2 })
  expect(await must('office.state', {})).toMatchObject({ isDatabaseIntact: true })
  expect(await must('audit.listUnread', {})).toEqual([])
  expect((await must('audit.check', {})).findings).toEqual([])
})
