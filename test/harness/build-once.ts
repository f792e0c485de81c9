import { buildMain } from './analyze-sample.ts';

/** Runs once before all tests: the command is built anew, and no two test files build it over each other. */
export function setup(): void {
  buildMain();
}
