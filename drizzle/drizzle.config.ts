import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/storage/schema/index.ts',
  out: './drizzle/migrations',
  casing: 'snake_case',
})
