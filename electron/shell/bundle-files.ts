import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** A built file and its content type. */
export interface BundleFile {
  readonly file: string
  readonly type: string
}

/** Lists the built files by the path of their address (E1). Only these are served: no path is ever joined from a request. */
export function listBundleFiles(folder: string): ReadonlyMap<string, BundleFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.flatMap((entry) => {
      const file = join(entry.parentPath, entry.name)
      const type = CONTENT_TYPES[extname(entry.name)]
      return type === undefined ? [] : [[`/${relative(folder, file).split(sep).join('/')}`, { file, type }] as const]
    }),
  )
}
