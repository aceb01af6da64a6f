import { writeSync } from 'node:fs'
import { rotateDatabaseKey, removeRotationCopy } from '../../electron/storage/core/rotate-key'
import { openDatabaseIn, toRotation } from '../support/database/databases'
import { PASSPHRASE } from '../support/office/set-up-office'
import { NOON, unwrapUnlocked, createVault } from '../support/vault/vaults'

// Rotates the key of a folder's database again and again, to be killed: by itself at a step, or from outside at any instant.
const [folder = '', dieAt = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

removeRotationCopy(folder)
const vault = createVault(folder)
const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
const [data] = unlocked.keys
if (data === undefined || unlocked.keys.length > 1) throw new Error('not settled')
unlocked.completeUnlock(data.generation, { minimumSerial: 1, knownSlotIds: null })
let key = data.key
let database = openDatabaseIn(folder, key)
say('begin')
for (;;) {
  const keyring = vault.prepareRotation(key)
  const rotated = rotateDatabaseKey({
    ...toRotation(database, folder, key, keyring),
    onStep(step) {
      say(step)
      if (step === dieAt) process.kill(process.pid, 'SIGKILL')
    },
  })
  if (!rotated.ok) throw new Error(`no rotation: ${rotated.failure}`)
  key = keyring.newKey
  database = rotated.value.database
}
