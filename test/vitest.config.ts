import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  root: '.',
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 30_000, maxWorkers: 2 },
})
