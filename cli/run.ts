import { Command, CommanderError } from 'commander';

import { visibleLine } from '../report/escape.ts';
import { EXIT } from './exit-code.ts';
import { complain, ignoreBrokenPipes } from './output.ts';
import { say } from './say.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';

type AddCommand = (program: Command) => void;

/** In the order in which help lists them. Each is loaded only where it is asked for: one needs little of what all need. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  analyze: async () => (await import('./commands/analyze.ts')).addAnalyze,
  compare: async () => (await import('./commands/compare.ts')).addCompare,
  report: async () => (await import('./commands/report.ts')).addReport,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  list: async () => (await import('./commands/list.ts')).addList,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  entries: async () => (await import('./commands/entries.ts')).addEntries,
  show: async () => (await import('./commands/show.ts')).addShow,
  search: async () => (await import('./commands/search.ts')).addSearch,
  facts: async () => (await import('./commands/facts.ts')).addFacts,
  redact: async () => (await import('./commands/redact.ts')).addRedact,
  knowledge: async () => (await import('./commands/knowledge.ts')).addKnowledge,
};

ignoreBrokenPipes();
await main();

async function main(): Promise<void> {
  try {
    await (await program()).parseAsync(process.argv);
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

async function program(): Promise<Command> {
  const command = new Command('bundlescope')
    .description(say('cli.about'))
    .version(VERSION)
    .addHelpText('after', `\n${say('cli.exitCodes')}`)
    .configureOutput({ writeErr: (text) => complain(text.trimEnd()) })
    .exitOverride();
  for (const load of commandsAsked()) (await load())(command);
  return command;
}

/** The one that is called; all where that is none of them, for help and for the nearest name. */
function commandsAsked(): readonly (() => Promise<AddCommand>)[] {
  const [, , asked = ''] = process.argv;
  if (asked === '--version' || asked === '-V') return [];
  const load = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  return load ? [load] : Object.values(COMMANDS);
}
