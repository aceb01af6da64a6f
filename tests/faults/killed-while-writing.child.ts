import { writeSync } from 'node:fs'
import { createOffice } from '../../electron/office'
import { systemClock } from '../../electron/shell/system-clock'
import { createPorts, createVault } from '../../electron/shell/host-ports'
import type { Host } from '../hosts/host'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { headlessPorts } from '../support/office/headless-ports'

// An office in a process of its own, to be killed: it prints what has been acknowledged, a line each, and nothing else.
const [what = '', folder = ''] = process.argv.slice(2)
const ignore = () => undefined
const ports = createPorts({
  ...headlessPorts,
  clock: systemClock,
  log: { info: ignore, error: ignore },
  folders: { data: folder, migrations: 'drizzle/migrations' },
})
const office = createOffice(ports, createVault(ports, true))
const say = (line: string) => writeSync(1, `${line}\n`)

/** A child that can do nothing reports it and ends; it must not write on unnoticed. */
const stop = (why: string): never => {
  process.stderr.write(`the child stopped: ${why}\n`)
  process.exit(1)
}

async function write(): Promise<void> {
  const signedIn = await office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  if (!signedIn.ok) return stop(signedIn.failure.kind)
  for (let n = Number(process.argv[4]); ; n += 1) {
    const answer = await office.call('draft.save', { key: `n${n}`, body: JSON.stringify('x'.repeat((n * 997) % 9_000)) })
    if (!answer.ok) return stop(answer.failure.kind)
    say(String(n))
  }
}

if (what === 'write') await write()
say('begin')
await setUpOffice({ call: ((channel, input) => office.call(channel, input)) as Host['call'] })
say('done')
setTimeout(ignore, 180_000)
