import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Builds a module for Node and loads it. Sources import each other without endings and through `#shared/`, which Node alone does not
 * resolve. Modules in node_modules stay external.
 */
export async function load<T>(entry: string, name: string): Promise<T> {
  const { build } = await import('vite')
  const outDir = join('out', 'tools', name)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      target: 'node22',
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  })
  return (await import(pathToFileURL(join(process.cwd(), outDir, 'index.mjs')).href)) as T
}
