import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findChromium } from '../hosts/find-chromium.ts'
import { provide } from './machine.ts'

// `npm run proof:network` (E3): a session of the app in a network of its own without a way out, where tcpdump listens. Exits with 0 when
// no packet was seen, 1 when one was or the rig is blind, 3 when it did not run.

const root = resolve(import.meta.dirname, '../..')
const DID_NOT_RUN = 3
// Everything inside ends with its process namespace, whatever hangs.
const LONGEST_MS = 720_000

function didNotRun(why: string): never {
  console.error(`The network proof did not run: ${why}`)
  process.exit(DID_NOT_RUN)
}

if (process.platform !== 'linux') didNotRun('it needs network namespaces, which only Linux has.')
if (process.getuid?.() !== 0) didNotRun('it needs root, to make a network of its own and to listen to it.')
const electron = process.env['ELECTRON_EXEC']
const onElectron = electron !== undefined && existsSync(electron)
if (!onElectron && findChromium() === null && !provide(['chromium', 'fonts']))
  didNotRun('there is no Electron runtime (ELECTRON_EXEC) and no Chromium.')
if (!provide(onElectron ? ['packets', 'xvfb'] : ['packets']))
  didNotRun('tcpdump, ip, unshare or xvfb-run is missing: apt-get install tcpdump iproute2 xvfb')
if (!existsSync(join(root, 'out/main/index.js'))) didNotRun('there is no build: npm run build')

const apart = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
if (spawnSync('unshare', [...apart, 'true']).status !== 0) didNotRun('this machine does not allow a network namespace.')
const inside = [process.execPath, join(import.meta.dirname, 'network/inside.ts')]
const screen = onElectron ? ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24'] : []
// Xvfb does not signal readiness to a parent with the number 1, so a shell comes first.
const first = ['sh', '-c', '"$@"; exit $?', 'sh']
const done = spawnSync('unshare', [...apart, '--', ...first, ...screen, ...inside], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  timeout: LONGEST_MS,
  killSignal: 'SIGKILL',
  env: { ...process.env, DAYBOOK_PROOF_HOST: onElectron ? 'electron' : 'browser' },
})
if (done.status === null) console.error('The network proof took too long and was ended.')
process.exitCode = done.status ?? 1
