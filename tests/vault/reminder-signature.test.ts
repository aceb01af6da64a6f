import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isReminderSignatureValid, signReminders } from '../../electron/vault/reminder-signature'
import { editBoth, createNewVault } from '../support/vault/vaults'

const LIST = '{"due":[1795200000000,1795203600000]}'

test('the list of what is due is checked without any passphrase, and nobody without the data key writes one (L5)', async () => {
  const { path, vault, dataKey } = await createNewVault()
  const verifyKey = vault.verifyKey() ?? ''
  const signature = signReminders(dataKey, LIST)
  expect(isReminderSignatureValid(verifyKey, LIST, signature)).toBe(true)
  expect(isReminderSignatureValid(verifyKey, LIST.replace('1795200000000', '1795200000001'), signature)).toBe(false)
  expect(isReminderSignatureValid(verifyKey, LIST, signReminders(randomBytes(32), LIST))).toBe(false)
  for (const bad of ['', 'x', signature.slice(4)]) {
    expect(isReminderSignatureValid(verifyKey, LIST, bad)).toBe(false)
    expect(isReminderSignatureValid(bad, LIST, signature)).toBe(false)
  }
  editBoth(path, () => '{}')
  expect(vault.verifyKey()).toBeNull()
})
