import { open, rename, rm, stat } from 'node:fs/promises';
import type { Command } from 'commander';

import { REDACTION_CLASSES, type RedactionClass } from '../../engine/api/index.ts';
import type { RedactEnd } from '../../engine/redact/bundle/protocol.ts';
import { visibleLine } from '../../report/escape.ts';
import { jsonText } from '../../report/json.ts';
import { notCovered, redactionCounts } from '../../report/redaction-text.ts';
import { showProgress } from '../ask.ts';
import { redactInto } from '../engine-client.ts';
import { EXIT } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complainOf } from '../look.ts';
import { complain, isOneOf, print } from '../output.ts';
import { addPasswordOption, passwordOf, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { redactionClasses, UsageError } from '../usage.ts';

interface RedactOptions extends LimitOptions, PasswordOptions {
  readonly output: string;
  readonly classes?: readonly RedactionClass[];
  readonly mapping?: string;
  readonly keepBinary?: true;
  readonly force?: true;
}

/** `redact`: writes a bundle anew without its secrets and identities. */
export function addRedact(program: Command): void {
  const command = program
    .command('redact')
    .description(say('cli.redactBundle'))
    .argument('<path>', say('cli.path'))
    .requiredOption('-o, --output <file>', say('cli.redact.output'))
    .option(
      '--classes <classes>',
      say('cli.classes', { classes: REDACTION_CLASSES.join(', ') }),
      redactionClasses(say),
    )
    .option('--mapping <file>', say('cli.redact.mapping'))
    .option('--keep-binary', say('cli.redact.keepBinary'))
    .option('--force', say('cli.redact.force'));
  addPasswordOption(addLimitOption(command)).action(redact);
}

async function redact(path: string, options: RedactOptions): Promise<void> {
  const { output, mapping, classes, keepBinary = false } = options;
  for (const target of mapping === undefined ? [output] : [output, mapping])
    await refuseTarget(target, path, options);
  if (mapping === output) throw new UsageError(say('error.redact.same', { path: visibleLine(output) }));
  const given = { limits: limitsOf(options), ...(await passwordOf(options)) };
  const part = `${output}.${process.pid}.part`;
  try {
    const end = await interruptible((signal) =>
      redactInto({ path, output: part, classes, keepBinary, ...given }, { signal, onProgress: showProgress }),
    );
    const code = complainOf(end);
    process.exitCode = code;
    if (!end.opened || end.ended === 'cancelled') return;
    if (mapping !== undefined) await writeMapping(mapping, end);
    await rename(part, output);
    await print(summary(end, output));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    complain(say('error.write', { path: visibleLine(output), code, reason: message }));
    process.exitCode = EXIT.usage;
  } finally {
    await rm(part, { force: true });
  }
}

async function refuseTarget(target: string, path: string, { force }: RedactOptions): Promise<void> {
  if (await isOneOf(target, [path]))
    throw new UsageError(say('error.outputIsInput', { path: visibleLine(target) }));
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory())
    throw new UsageError(say('error.write', { path: visibleLine(target), code: 'EISDIR', reason: '' }));
  if (there && !force) throw new UsageError(say('error.redact.exists', { path: visibleLine(target) }));
}

async function interruptible<Answer>(run: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.on('SIGINT', stop);
  try {
    return await run(abort.signal);
  } finally {
    process.off('SIGINT', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

/** Which pseudonym stands for what: for the eyes of its owner alone. */
async function writeMapping(path: string, { mapping }: RedactEnd): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(jsonText({ schema: 1, mapping }));
    } finally {
      await file.close();
    }
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

function summary({ done, changed }: RedactEnd, output: string): string {
  const left = changed.filter(({ how }) => how === 'binary' || how === 'unread' || how === 'device').length;
  return [
    say('redact.written', { path: visibleLine(output) }),
    ...redactionCounts(done, say).map((row) => `  ${row}`),
    ...(left > 0 ? [`  ${say('redact.leftOut', { count: left })}`] : []),
    `  ${say('redaction.notCovered')}`,
    ...notCovered(say).map((row) => `  - ${row}`),
    '',
  ].join('\n');
}
