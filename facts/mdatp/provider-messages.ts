import { lineFact, type Located } from '../../engine/api/index.ts';
import { agentLogs } from '../log-places.ts';
import { LoggedMessages, type Repeated } from '../logged-messages.ts';

export interface ProviderMessage {
  readonly message: string;
}

type Rows = readonly Located<ProviderMessage & Repeated>[];

export interface ProviderMessages {
  /** That audit is locked, so that the agent cannot set its rules. */
  readonly auditLocked: Rows;
  /** That something of eBPF failed. */
  readonly bpfErrors: Rows;
}

interface State {
  readonly auditLocked: LoggedMessages<ProviderMessage>;
  readonly bpfErrors: LoggedMessages<ProviderMessage>;
}

const row = {
  message: { type: 'string', describes: 'What the agent said' },
  times: { type: 'number', describes: 'How often' },
  first: { type: 'string', describes: 'When first, as the log writes it' },
  last: { type: 'string', describes: 'When last' },
} as const;

/**
 * What the logs of the agent say of its providers of events; old agents write no thread:
 *
 *   [1402][1544][2026-09-22 19:33:41.100069 UTC][error]: Cloud exclusions won't be applied, because auditd is in lockdown mode
 */
export const providerMessages = lineFact<State, ProviderMessages>({
  name: 'mdatp.provider-messages',
  describes: 'What the agent logged of locked audit rules and of eBPF',
  collect: { title: 'mdatp diagnostic', command: 'sudo mdatp diagnostic create' },
  fields: {
    auditLocked: { type: 'rows', describes: 'Messages that audit is locked', row },
    bpfErrors: { type: 'rows', describes: 'Failures of eBPF', row },
  },
  view: { kind: 'fields', title: 'Providers of events in the logs of the agent' },
  from: agentLogs,
  needles: ['auditd is in lockdown mode', 'bpf'],
  start: () => ({ auditLocked: new LoggedMessages(), bpfErrors: new LoggedMessages() }),
  line(state, line): void {
    const { level = '', text = '' } = LINE.exec(line.text)?.groups ?? {};
    const message = text.slice(0, MESSAGE_LIMIT);
    if (/\bauditd is in lockdown mode\b/iu.test(text)) state.auditLocked.add(message, { message }, line);
    if (FAILED_LEVEL.test(level) && BPF.test(text) && FAILURE.test(text)) {
      state.bpfErrors.add(message, { message }, line);
    }
  },
  finish: ({ auditLocked, bpfErrors }) => ({
    auditLocked: auditLocked.rows(),
    bpfErrors: bpfErrors.rows(),
  }),
});

const MESSAGE_LIMIT = 160;
const LINE = /^\[\d{1,10}\](?:\[\d{1,10}\])?\[[^\]]{10,40} UTC\]\[(?<level>[a-z]{1,10})\]: (?<text>.*)$/u;
const FAILED_LEVEL = /^(?:warn|warning|err|error|crit|critical|fatal)$/u;
const BPF = /\b(?:lib|e)?bpf\b/iu;
const FAILURE =
  /\b(?:fail\w*|errors?|denied|refused|invalid|rejected|unable|cannot|can't|could not|not permitted)\b/iu;
