import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { validatePassphrase } from '../../electron/vault/passphrase'
import { suggestPassphrase } from '../../electron/vault/recovery-words'

test.each(['', 'short', 'thirteen char', '             x '])('%j is too short (K3)', (passphrase) => {
  expect(validatePassphrase(passphrase)).toMatchObject({ reason: 'passphrase_too_short', field: 'passphrase' })
})

test.each([
  'passwordpassword',
  'Password123456',
  'P@ssw0rd123456789',
  'iloveyou12345678',
  'qwertyuiopasdf',
  'poiuytrewqlkjhgf',
  '12345678901234567890',
  'abcdefghijklmnop',
  'aaaaaaaaaaaaaaa',
  'herherherherherher',
  'correct horse battery staple',
  'The password is password 1!',
])('%j is among the commonest (K3)', (passphrase) => {
  expect(validatePassphrase(passphrase)).toMatchObject({ reason: 'passphrase_too_common' })
})

test.each(['seven quiet herons over ice', 'le bateau dort près du quai', 'Nnamdi & 4 grey kettles'])('%j may be used', (passphrase) => {
  expect(validatePassphrase(passphrase)).toBeNull()
})

test('every offered passphrase may be used', () => {
  for (let i = 0; i < 300; i++) expect(validatePassphrase(suggestPassphrase({ bytes: (count) => randomBytes(count) }))).toBeNull()
})
