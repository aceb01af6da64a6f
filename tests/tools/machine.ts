import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a machine needs, and how to detect it. */
const PARTS = {
  chromium: { packages: ['chromium'], there: () => existsSync('/usr/bin/chromium') },
  xvfb: { packages: ['xvfb', 'xauth'], there: () => existsSync('/usr/bin/xvfb-run') },
  fonts: { packages: ['fonts-dejavu-core', 'fonts-noto-core'], there: () => existsSync('/usr/share/fonts/truetype/noto') },
  // For `npm run proof:network`.
  packets: {
    packages: ['tcpdump', 'iproute2', 'util-linux'],
    there: () =>
      ['tcpdump', 'ip', 'unshare'].every((name) => ['/usr/bin', '/usr/sbin', '/sbin', '/bin'].some((at) => existsSync(`${at}/${name}`))),
  },
} as const
export type Part = keyof typeof PARTS

export const canInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs what is missing, as root on Debian, and reports it. Returns whether everything is there now. */
export function provide(parts: readonly Part[]): boolean {
  const missing = parts.filter((part) => !PARTS[part].there())
  if (missing.length === 0) return true
  if (!canInstall()) return false
  const packages = missing.flatMap((part) => PARTS[part].packages)
  console.log(`Installing ${packages.join(', ')} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  return done.status === 0 && missing.every((part) => PARTS[part].there())
}
