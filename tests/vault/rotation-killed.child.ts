import { writeSync } from 'node:fs'
import { rotateBook, tidyRotation } from '../../electron/storage/rotate'
import { openBookIn, rotatingOf } from '../support/books'
import { PASSPHRASE } from '../support/founding'
import { NOON, opened, vaultIn } from '../support/vaults'

// Rotates the book of a folder again and again, to be killed: by itself at a step, or from outside at any instant.
const [folder = '', dieAt = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

tidyRotation(folder)
const vault = vaultIn(folder)
const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
const [data] = unlocked.keys
if (data === undefined || unlocked.keys.length > 1) throw new Error('not settled')
unlocked.settle(data.generation, { atLeast: 1, known: null })
let key = data.key
let book = openBookIn(folder, key)
say('begin')
for (;;) {
  const keyring = vault.rotation(key)
  const rotated = rotateBook({
    ...rotatingOf(book, folder, key, keyring),
    onStep(step) {
      say(step)
      if (step === dieAt) process.kill(process.pid, 'SIGKILL')
    },
  })
  if (!rotated.ok) throw new Error(`no rotation: ${rotated.failure}`)
  key = keyring.newKey
  book = rotated.value.book
}
