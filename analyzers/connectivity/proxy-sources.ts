import type { Located } from '../../engine/api/index.ts';
import type { Health } from '../../facts/mdatp/health.ts';
import { stringAt } from '../../facts/json-lines.ts';
import type { ManagedConfig } from '../../facts/mdatp/managed-config.ts';
import type { SettingsJson } from '../../facts/mdatp/settings-json.ts';
import type { ProxySetting, ProxySettings } from '../../facts/network/proxy-settings.ts';

/** A proxy, its value without user and password, and where it is set in words. */
export interface NamedProxy {
  readonly name: string;
  readonly value: string;
  readonly at: Located<unknown>['at'];
}

/** Files of package managers, which can use a proxy that the agent cannot. */
export const OF_PACKAGE_MANAGER = /(?:^|\/)(?:yum\.conf|dnf\.conf|apt\.conf(?:\.d\/[^/]*)?)$/iu;

/** Unit of the agent's service and its drop-ins, and what systemd hands to every service. */
const OF_SERVICE =
  /(?:^|\/)(?:service_file\.txt|mdatp\.service|mdatp\.service\.d\/[^/]+|systemctl_show-environment)$/u;

/** Variables that a program heeds on the way to the service, which is reached by HTTPS alone. */
const HEEDED = /^(?:https_proxy|all_proxy)$/iu;

/** Proxies that the agent was given: by command, by management, by its service. */
export function agentProxies(from: {
  readonly health?: Health | undefined;
  readonly managed?: ManagedConfig | undefined;
  /** What was set by command: it counts where management sets nothing. */
  readonly local?: SettingsJson | undefined;
  readonly settings?: ProxySettings | undefined;
}): readonly NamedProxy[] {
  return [
    ...named('mdatp health', from.health?.proxy),
    ...named('the managed settings', from.managed?.proxy),
    ...(from.managed?.proxy ? [] : named('the local settings', localProxy(from.local))),
    ...settingsInForce(from.settings)
      .filter(({ value, at }) => HEEDED.test(value.variable) && OF_SERVICE.test(at.entry))
      .map(({ value, at }) => ({ name: `${value.variable} of the service`, value: value.value, at })),
  ];
}

// http://proxy.example/proxy.pac · pac+http://proxy.example/p · http://wpad/wpad.dat
const SCRIPT = /^pac\+|\.pac(?:$|[?#])|\bwpad\b/iu;

/** Whether a value names a script that chooses the proxy. */
export function isScript(value: string): boolean {
  return SCRIPT.test(value);
}

/** Proxies of the host's environment, which the agent's service does not see. */
export function environmentProxies(settings: ProxySettings | undefined): readonly NamedProxy[] {
  return settingsInForce(settings)
    .filter(({ value, at }) => HEEDED.test(value.variable) && !OF_SERVICE.test(at.entry))
    .map(({ value, at }) => ({ name: value.variable, value: value.value, at }));
}

/** Without those of a file that is switched off, as PROXY_ENABLED="no" of SUSE does. */
export function settingsInForce(settings: ProxySettings | undefined): readonly Located<ProxySetting>[] {
  const all = settings?.settings ?? [];
  const off = new Set(
    all
      .filter(({ value }) => /^proxy_enabled$/iu.test(value.variable) && /^no$/iu.test(value.value))
      .map(({ at }) => at.entry),
  );
  return all.filter(({ at }) => !off.has(at.entry));
}

/** The proxy in wdavcfg, as `mdatp config proxy set` leaves it. */
export function localProxy(local: SettingsJson | undefined): Located<string> | undefined {
  return stringAt(local?.root, 'cloudService', 'proxy');
}

function named(name: string, proxy: Located<string> | undefined): readonly NamedProxy[] {
  if (!proxy || proxy.value.trim() === '') return [];
  // http://svc:secret@proxy.example:3128 → http://proxy.example:3128
  const value = proxy.value.replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/]*@/iu, '$1');
  return [{ name, value, at: proxy.at }];
}
