import { defineConfig } from 'vitest/config';

const env = { TZ: 'UTC', LC_ALL: 'C' };

const PURE = ['facts/**/*.test.ts', 'analyzers/**/*.test.ts', 'report/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'layers', include: ['test/layers.test.ts'], env, testTimeout: 60_000 } },
      {
        // Pure functions, hundreds of small files: a world of its own for each would take ten times as long.
        test: { name: 'pure', include: PURE, env, isolate: false, testTimeout: 60_000 },
      },
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', 'test/layers.test.ts', 'test/browser/**', ...PURE],
          env,
          globalSetup: ['test/harness/build-once.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          env,
          globalSetup: ['test/harness/build-once.ts'],
          // One browser at a time: two would wait for each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A page on a busy machine takes its time.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
