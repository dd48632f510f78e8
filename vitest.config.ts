import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/core/**/*.test.ts', 'test/protocol/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
