import { Worker } from 'node:worker_threads';

/** How long an engine may outlive whoever started it. */
const LOOK_EVERY_MILLISECONDS = 500;

/**
 * Ends this process when its parent is gone, whatever its main thread does: one that hangs in a loop hears nothing of a
 * parent that was killed. A thread of its own looks whose child the process is. On Windows the system ends it by itself.
 */
export function endWithParent(): void {
  if (process.platform === 'win32') return;
  const workerData = { parent: process.ppid, every: LOOK_EVERY_MILLISECONDS };
  // Nothing but this text is loaded: it costs little time and memory.
  const watch = new Worker(WATCH, { eval: true, workerData, resourceLimits: SMALL });
  watch.unref();
}

const SMALL = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

const WATCH = `
  const { parent, every } = require('node:worker_threads').workerData;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, every);
`;
