import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';

import { visibleLine } from '../../report/escape.ts';
import { compilePattern } from '../../workspace/filter/compile-pattern.ts';
import { defaultStateFolder, StateFolder } from '../../workspace/state/state-folder.ts';
import { KeptState } from '../../workspace/state/kept-state.ts';
import { OpeningBook } from '../../workspace/state/opening-book.ts';
import { Workspace } from '../../workspace/workspace.ts';
import { loadDomain, pageOf } from '../domain.ts';
import { EXIT } from '../exit-code.ts';
import { helpTopicPages } from '../help-topics.ts';
import { addJudgingOptions, judgingOf, type JudgingOptions } from '../judging.ts';
import { complain, print } from '../output.ts';
import { printPdf } from '../pdf/print-pdf.ts';
import { loadReportPage } from '../report-page.ts';
import { say } from '../say.ts';
import { startDeskServer } from '../serve/desk-server.ts';
import { SessionProcesses } from '../serve/session-processes.ts';
import { staticFiles } from '../serve/static-files.ts';
import { Uploads } from '../serve/uploads.ts';
import { UsageError } from '../usage.ts';
import { VERSION } from '../version.ts';

/** Bytes of one upload: as large as a bundle that the engine reads to its end. */
const MOST_UPLOAD_BYTES = 32 * 1024 ** 3;
/** Where the built screen and the packed samples lie: beside the built command. */
const DIST = join(import.meta.dirname, '..');

interface ServeOptions extends JudgingOptions {
  readonly port: number;
  readonly open: boolean;
}

/** `serve`: the desk in a browser, on the loopback. */
export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description(say('cli.serve'))
    .argument('[path...]', say('cli.path'))
    .option('--port <port>', say('cli.port'), portOption, 0)
    .option('--open', say('cli.open'), false);
  addJudgingOptions(command).action((paths: string[], options: ServeOptions) => serve(paths, options));
}

async function serve(paths: readonly string[], options: ServeOptions): Promise<void> {
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(say('error.noPath', { path: visibleLine(path) }));
  }
  const screen = join(DIST, 'renderer');
  if (!existsSync(screen)) throw new Error(say('error.noScreen', { path: screen }));
  const domain = loadDomain();
  const settings = await judgingOf(options, paths);
  const sessions = new SessionProcesses();
  const uploads = new Uploads(MOST_UPLOAD_BYTES);
  const state = new StateFolder(defaultStateFolder(), (file) =>
    complain(say('serve.setAside', { file: visibleLine(file) })),
  );
  const workspace = new Workspace({
    domain,
    settings,
    help: { topics: helpTopicPages(), pageOf },
    version: VERSION,
    startSession: sessions.start,
    kept: new KeptState(state),
    openings: new OpeningBook(state, process.pid, isRunning),
    compile: compilePattern,
    mostUploadBytes: MOST_UPLOAD_BYTES,
    exports: { page: loadReportPage(), printPdf: (html) => printPdf(html) },
    now: () => new Date().toISOString(),
  });
  offerSamples(workspace);
  const offers = paths.map((path) => workspace.offers.addPath(resolve(path)).id);
  const server = await startDeskServer(
    { workspace, uploads, files: staticFiles(screen) },
    options.port,
  ).catch((error: NodeJS.ErrnoException) => {
    uploads.close();
    throw new UsageError(say('error.port', { port: options.port, reason: error.message }));
  });
  sessions.warm();
  if (offers.length > 0) await workspace.openOffers(offers);
  await print(`${say('serve.address', { address: server.address })}\n`);
  complain(say('serve.howToEnd'));
  if (options.open) openBrowser(server.address);
  await untilInterrupted();
  await server.close();
  await workspace.close();
  sessions.end();
  uploads.close();
  process.exitCode = EXIT.done;
}

/** Lies beside the packed samples: what each is called and shows. */
interface PackedSample {
  readonly name: string;
  readonly archive: string;
  readonly about: string;
}

function offerSamples({ offers }: Workspace): void {
  const folder = join(DIST, 'samples');
  const list = join(folder, 'samples.json');
  if (!existsSync(list)) return;
  // The build writes it.
  for (const { name, archive, about } of JSON.parse(readFileSync(list, 'utf8')) as readonly PackedSample[]) {
    const path = join(folder, archive);
    offers.add({ name, origin: 'sample', path, bytes: statSync(path).size, describes: about });
  }
}

/** Whether another desk still runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Asks the system for its browser; where there is none, the address is on the screen all the same. */
function openBrowser(address: string): void {
  const [command, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const child = spawn(command ?? '', [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', (error) => complain(say('serve.noBrowser', { reason: error.message })));
  child.unref();
}

function portOption(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(say('error.badPort', { value: visibleLine(text) }));
}
