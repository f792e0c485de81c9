import { lineFact, type Located } from '../../engine/api/index.ts';
import { secretsIn, type SecretKind } from './secret-text.ts';

export interface Secrets {
  /** Lines that hold a secret, by its kind; never the secret. */
  readonly lines: readonly Located<SecretKind>[];
}

interface State {
  readonly lines: Located<SecretKind>[];
}

/** Lines that are kept: nobody redacts more one by one. */
const MOST_LINES = 500;

/** Where secrets stand in the open: settings, environment, command lines. Logs are left to the words of the page. */
const FILES = ['etc/**', 'root/**', 'home/**', 'var/opt/microsoft/mdatp/*'] as const;

/** Lines with a password, the hash of one, a private key or the onboarding data of the tenant in them. */
export const secrets = lineFact<State, Secrets>({
  name: 'bundle.secrets',
  describes: 'Lines of the bundle that hold a secret',
  fields: { lines: { type: 'list', items: 'string', describes: 'Kind of secret in each line' } },
  looksEverywhere: true,
  view: { kind: 'fields', title: 'Secrets' },
  from: {
    'client-analyzer': [
      '*.txt',
      '*.json',
      ...['mde_diagnostic.zip!', 'mde_diagnostic'].flatMap((top) => FILES.map((file) => `${top}/${file}`)),
    ],
    'mdatp-diagnostic': FILES,
    sosreport: [...FILES, 'environment', 'sos_commands/process/*', 'sos_commands/systemd/*'],
    supportconfig: [
      'env.txt!#*',
      'pam.txt!#*',
      'sysconfig.txt!#*',
      'basic-health-check.txt!#*',
      '*.txt!#/etc/*',
    ],
    plain: [...FILES, '*.txt', '*.json', '*.conf', '*.env', 'environment', 'shadow', 'gshadow', 'id_rsa'],
  },
  needles: ['://', 'proxy', 'passw', 'passphrase', ':$', ':!$', 'private key-----', 'onboardinginfo'],
  start: () => ({ lines: [] }),
  line({ lines }, line) {
    if (lines.length >= MOST_LINES) return;
    for (const value of secretsIn(line.text)) lines.push({ value, at: line.at });
  },
  finish: ({ lines }) => ({ lines }),
});
