import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '#shared/csp'

export const START = 'app://bundle/index.html'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** E1: the files that were built, by their address, and nothing else: no path is ever joined from a request. */
function allowed(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`/${relative(folder, file).split(sep).join('/')}`, file]
    }),
  )
}

/** Serves the built renderer under `app://bundle/`, each answer with the policy. */
export function serveBundle(ours: Session, folder: string): void {
  const files = allowed(folder)
  ours.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'bundle' && request.method === 'GET' ? files.get(pathname) : undefined
    const type = TYPES[extname(pathname)]
    const always = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }
    if (file === undefined || type === undefined) return new Response(null, { status: 404, headers: always })
    return new Response(readFileSync(file), { headers: { ...always, 'content-type': type } })
  })
}
