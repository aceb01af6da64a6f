import { readFileSync } from 'node:fs'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '#shared/csp'
import { bundleOf } from './bundle'

export const START = 'app://bundle/index.html'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built renderer under `app://bundle/`, each answer with the policy (E1). */
export function serveBundle(ours: Session, folder: string): void {
  const files = bundleOf(folder)
  ours.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const served = host === 'bundle' && request.method === 'GET' ? files.get(pathname) : undefined
    const always = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }
    if (served === undefined) return new Response(null, { status: 404, headers: always })
    return new Response(readFileSync(served.file), { headers: { ...always, 'content-type': served.type } })
  })
}
