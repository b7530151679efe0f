import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The pages stand below any path, so that what one file says of another is relative to itself.
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../../packages/server/pages', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/main.tsx', import.meta.url)),
      // `use client` is for frameworks that render on a server, too; here everything is the client's.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
    reportCompressedSize: false,
  },
  logLevel: 'warn',
})
