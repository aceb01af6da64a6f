import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedDue, signDue } from '../../electron/vault/due-seal'
import { editBoth, foundedVault } from '../support/vaults'

const LIST = '{"due":[1795200000000,1795203600000]}'

test('the list of what is due is checked without any passphrase, and nobody without the data key writes one (L5)', async () => {
  const { path, vault, dataKey } = await foundedVault()
  const verifyKey = vault.verifyKey() ?? ''
  const signature = signDue(dataKey, LIST)
  expect(isSignedDue(verifyKey, LIST, signature)).toBe(true)
  expect(isSignedDue(verifyKey, LIST.replace('1795200000000', '1795200000001'), signature)).toBe(false)
  expect(isSignedDue(verifyKey, LIST, signDue(randomBytes(32), LIST))).toBe(false)
  for (const bad of ['', 'x', signature.slice(4)]) {
    expect(isSignedDue(verifyKey, LIST, bad)).toBe(false)
    expect(isSignedDue(bad, LIST, signature)).toBe(false)
  }
  editBoth(path, () => '{}')
  expect(vault.verifyKey()).toBeNull()
})
