import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

// What `npm run screenshots` runs: the README's pictures, taken anew by the two journeys that look at those screens.

const root = resolve(import.meta.dirname, '../..')
const run = (name: string, ...args: readonly string[]): void => {
  const env = { ...process.env, DAYBOOK_SCREENSHOTS: '1' }
  const { status } = spawnSync(join(root, 'node_modules/.bin', name), args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(1)
}
run('electron-vite', 'build', '-c', 'electron/electron.vite.config.ts', '--logLevel', 'warn')
run('playwright', 'test', '-c', 'tests/playwright.config.ts', '--project=browser', '--grep=@pictures')
console.log('Taken anew: resources/screenshots/board.png and record.png')
