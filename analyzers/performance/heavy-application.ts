import type { Located } from '../../engine/api/index.ts';
import type { ProcessList, ProcessRow } from '../../facts/process/process-list.ts';
import { isNamed } from '../conflict/product-of-program.ts';
import type { HeavyIoApplication } from '../knowledge/heavy-io-applications.ts';

/** Characters of a command that are looked at. */
const COMMAND_LIMIT = 8000;

/** The processes of an application, in the order of the listing. */
export function processesOf(
  { processes }: ProcessList,
  application: HeavyIoApplication,
): readonly Located<ProcessRow>[] {
  return processes.filter(({ value }) => isOf(value, application));
}

/** The application that a program belongs to, by its name alone. */
export function applicationOfProgram(
  name: string,
  applications: readonly HeavyIoApplication[],
): HeavyIoApplication | undefined {
  return applications.find(({ processes }) => isNamed(processes, name));
}

function isOf({ name, command }: ProcessRow, { processes, javaWords }: HeavyIoApplication): boolean {
  if (isNamed(processes, name)) return true;
  if (name !== 'java') return false;
  const text = command.slice(0, COMMAND_LIMIT);
  return javaWords.some((word) => text.includes(word));
}
