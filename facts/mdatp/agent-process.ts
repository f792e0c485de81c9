/** Names as the kernel has them, cut after fifteen characters. */
const PROCESS = /^(?:wdavdaemon|mdatp|telemetryd)/u;

/** Whether a process, by its name, is one of the agent's. */
export function isAgentProcess(name: string): boolean {
  return PROCESS.test(name);
}
