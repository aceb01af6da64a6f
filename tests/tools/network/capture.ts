import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

// Documentation addresses, which no one uses. The name server is beyond the route, so that no neighbour has to be found first.
const WIRE = 'wire0'
const SINK_INTERFACE = 'nowhere0'
const SETUP: readonly (readonly string[])[] = [
  ['ip', 'link', 'set', 'lo', 'up'],
  // The kernel's own IPv6 packets would be counted.
  ['ip', 'link', 'set', WIRE, 'addrgenmode', 'none'],
  ['ip', 'address', 'add', '192.0.2.2/24', 'dev', WIRE],
  ['ip', 'link', 'set', WIRE, 'up'],
  ['ip', 'neighbour', 'add', '192.0.2.1', 'lladdr', '02:00:00:00:00:01', 'dev', WIRE, 'nud', 'permanent'],
  ['ip', 'route', 'add', 'default', 'via', '192.0.2.1', 'dev', WIRE],
]
const NAME_SERVER = '198.51.100.53'

/** Adds an interface that drops all traffic; where the kernel has none, one end of a pair whose other end is unused. */
function addInterface(): void {
  if (spawnSync('ip', ['link', 'add', WIRE, 'type', 'dummy']).status === 0) return
  carryOut(['ip', 'link', 'add', WIRE, 'type', 'veth', 'peer', 'name', SINK_INTERFACE])
  carryOut(['ip', 'link', 'set', SINK_INTERFACE, 'addrgenmode', 'none'])
  carryOut(['ip', 'link', 'set', SINK_INTERFACE, 'up'])
}

export interface Wire {
  /** Every packet so far, a line each. */
  readonly packets: readonly string[]
  /** Waits until packets that are under way are recorded. */
  settle(): Promise<void>
  cut(): void
}

function carryOut([command, ...args]: readonly string[]): void {
  const done = spawnSync(command as string, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`)
}

/** Creates a route that leads nowhere in the namespace of this process, and starts tcpdump on it. */
export async function layWire(): Promise<Wire> {
  addInterface()
  for (const line of SETUP) carryOut(line)
  const folder = mkdtempSync(join(tmpdir(), 'day-book-wire-'))
  writeFileSync(join(folder, 'resolv.conf'), `nameserver ${NAME_SERVER}\noptions timeout:2 attempts:1\n`)
  // A name server on the machine's own 127.0.0.1 would be asked without being seen.
  carryOut(['mount', '--bind', join(folder, 'resolv.conf'), realpathSync('/etc/resolv.conf')])
  const packets: string[] = []
  const dump = spawn('tcpdump', ['-i', WIRE, '-n', '-l', '--immediate-mode', '-p'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let half = ''
  dump.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (half + text).split('\n')
    half = lines.pop() ?? ''
    packets.push(...lines)
  })
  await new Promise<void>((resolve, reject) => {
    dump.stderr.setEncoding('utf8').on('data', (text: string) => void (text.includes('listening on') && resolve()))
    dump.once('exit', () => reject(new Error('tcpdump did not start')))
  })
  return {
    packets,
    settle: () => pause(1_500),
    cut() {
      dump.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
