import { readFileSync } from 'node:fs'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '#shared/csp'
import { listBundleFiles } from './bundle-files'

/** The address of the renderer's only page. */
export const START_URL = 'app://bundle/index.html'

/** Registers the `app:` scheme. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built renderer under `app://bundle/`, each answer with the content security policy (E1). */
export function serveBundle(rendererSession: Session, folder: string): void {
  const files = listBundleFiles(folder)
  rendererSession.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const bundleFile = host === 'bundle' && request.method === 'GET' ? files.get(pathname) : undefined
    const securityHeaders = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }
    if (bundleFile === undefined) return new Response(null, { status: 404, headers: securityHeaders })
    return new Response(readFileSync(bundleFile.file), { headers: { ...securityHeaders, 'content-type': bundleFile.type } })
  })
}
