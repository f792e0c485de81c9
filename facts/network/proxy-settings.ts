import { NotCollectedError, textsFact, type Line, type Located } from '../../engine/api/index.ts';
import { proxyAssignments } from './proxy-assignments.ts';

export interface ProxySetting {
  readonly variable: string;
  /** User and password are masked: `http://***@proxy.example:3128`. */
  readonly value: string;
  /** Name of the proxy, without its port. */
  readonly host?: string;
  readonly hasCredentials: boolean;
  /** Whether a script chooses the proxy (PAC, WPAD). */
  readonly isPac: boolean;
}

export interface ProxySettings {
  readonly settings: readonly Located<ProxySetting>[];
}

const FILES = [
  'etc/environment',
  'etc/sysconfig/proxy',
  'etc/yum.conf',
  'etc/dnf/dnf.conf',
  'etc/apt/apt.conf',
  'etc/apt/apt.conf.d/*',
  'etc/profile.d/*proxy*',
  'etc/systemd/system/mdatp.service.d/*.conf',
] as const;

/**
 * Proxies that are set on the host, in the environment, for package managers or for the agent's service:
 *
 *   HTTPS_PROXY=http://proxy.example:3128
 *   Environment="HTTPS_PROXY=http://proxy.example:3128"
 *   Acquire::https::Proxy "http://proxy.example:3128";
 */
export const proxySettings = textsFact<ProxySettings>({
  name: 'network.proxy-settings',
  describes: 'Proxies set on the host',
  collect: {
    title: 'proxy settings',
    command: 'env | grep -i proxy > env.txt; sudo cat /etc/environment >> env.txt',
  },
  fields: {
    settings: {
      type: 'rows',
      describes: 'Settings, file by file',
      row: {
        variable: { type: 'string', describes: 'Name of the setting' },
        value: { type: 'string', describes: 'Its value, user and password masked' },
        host: { type: 'string', describes: 'Name of the proxy' },
        hasCredentials: { type: 'boolean', describes: 'Whether it names a user or a password' },
        isPac: { type: 'boolean', describes: 'Whether a script chooses the proxy' },
      },
    },
  },
  view: { kind: 'table', title: 'Proxy settings', rows: 'settings' },
  identities: ({ settings }) => ({ host: settings.map(({ value }) => value.host) }),
  from: {
    'client-analyzer': ['service_file.txt', 'mde_diagnostic.zip!/etc/environment'],
    'mdatp-diagnostic': FILES,
    sosreport: [...FILES, 'sos_commands/systemd/systemctl_show-environment', 'environment'],
    supportconfig: [
      'env.txt!#*env',
      'updates.txt!#/etc/sysconfig/proxy',
      '*.txt!#/etc/environment',
      '*.txt!#/etc/sysconfig/proxy',
    ],
    plain: [
      ...FILES,
      'environment',
      'env.txt',
      'service_file.txt',
      'mdatp.service',
      'yum.conf',
      'dnf.conf',
      'apt.conf',
    ],
  },
  parse(entries): ProxySettings {
    if (entries.every((entry) => entry.text.trim() === ''))
      throw new NotCollectedError('all files are empty');
    return { settings: entries.flatMap((entry) => entry.lines().flatMap(settingsOf)) };
  },
});

function settingsOf({ text, at }: Line): readonly Located<ProxySetting>[] {
  return proxyAssignments(text).map(([variable, value]) => ({ value: settingOf(variable, value), at }));
}

function settingOf(variable: string, raw: string): ProxySetting {
  if (/passw/iu.test(variable)) return { variable, value: '***', hasCredentials: raw !== '', isPac: false };
  const isPac = /^pac\+|\.pac(?:$|[?#])|\bwpad\b/iu.test(raw);
  // NO_PROXY lists hosts to be reached directly, PROXY_ENABLED is a switch, proxy_username a name.
  if (/no_?proxy|enabled|user(?:name)?$/iu.test(variable)) {
    return {
      variable,
      value: raw,
      hasCredentials: /user(?:name)?$/iu.test(variable) && raw !== '',
      isPac: false,
    };
  }
  const { scheme, user, rest } = urlParts(raw);
  const host = hostOf(rest);
  return {
    variable,
    value: user === '' ? raw : `${scheme}***@${rest}`,
    ...(host === '' ? {} : { host }),
    hasCredentials: user !== '',
    isPac,
  };
}

/** A password may hold any character, so everything up to the last `@` counts as user and password. */
function urlParts(raw: string): { readonly scheme: string; readonly user: string; readonly rest: string } {
  const mark = raw.indexOf('://');
  const scheme = mark < 0 ? '' : raw.slice(0, mark + 3);
  const behind = raw.slice(scheme.length);
  const at = behind.lastIndexOf('@');
  return { scheme, user: behind.slice(0, Math.max(at, 0)), rest: behind.slice(at + 1) };
}

// proxy.example:3128/ · [2001:db8::1]:3128
const HOST = /^(?:\[(?<literal>[\da-f:.]+)\]|(?<name>[\p{L}\d][\p{L}\d._-]*))(?::\d+)?(?:[/?#]|$)/iu;

function hostOf(rest: string): string {
  const { literal, name } = HOST.exec(rest)?.groups ?? {};
  const host = (literal ?? name ?? '').toLowerCase();
  return WORDS_WITHOUT_HOST.has(host) ? '' : host;
}

/** Values that switch a proxy off or leave the choice to others. */
const WORDS_WITHOUT_HOST: ReadonlySet<string> = new Set([
  'none',
  '_none_',
  'direct',
  'yes',
  'no',
  'true',
  'false',
  'auto',
]);
