import { Command, CommanderError } from 'commander';

import { visibleLine } from '../report/escape.ts';
import { addAnalyze } from './commands/analyze.ts';
import { addCompare } from './commands/compare.ts';
import { addEntries } from './commands/entries.ts';
import { addExplain } from './commands/explain.ts';
import { addFacts } from './commands/facts.ts';
import { addKnowledge } from './commands/knowledge.ts';
import { addList } from './commands/list.ts';
import { addRedact } from './commands/redact.ts';
import { addReport } from './commands/report.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { EXIT } from './exit-code.ts';
import { complain, ignoreBrokenPipes } from './output.ts';
import { say } from './say.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';

/** In the order in which help lists them. */
const COMMANDS = [
  addAnalyze,
  addCompare,
  addReport,
  addServe,
  addList,
  addExplain,
  addEntries,
  addShow,
  addSearch,
  addFacts,
  addRedact,
  addKnowledge,
];

ignoreBrokenPipes();
await main();

async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`bundlescope: ${error.message}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    } else {
      complain(
        say('error.engine', { reason: visibleLine(error instanceof Error ? error.message : String(error)) }),
      );
      process.exitCode = EXIT.fault;
    }
  }
}

function program(): Command {
  const command = new Command('bundlescope')
    .description(say('cli.about'))
    .version(VERSION)
    .addHelpText('after', `\n${say('cli.exitCodes')}`)
    .configureOutput({ writeErr: (text) => complain(text.trimEnd()) })
    .exitOverride();
  for (const add of COMMANDS) add(command);
  return command;
}
