import { defineConfig } from 'vitest/config';

const env = { TZ: 'UTC', LC_ALL: 'C' };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'layers', include: ['test/layers.test.ts'], env, testTimeout: 60_000 } },
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', 'test/layers.test.ts'],
          env,
          globalSetup: ['test/harness/build-once.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
