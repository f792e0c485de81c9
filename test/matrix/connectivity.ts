import { CONNECTIVITY, HEALTH, KERNEL_CONFIG, MANAGED, PACKAGES } from './places.ts';
import {
  addAfter,
  addFile,
  addLines,
  inEach,
  removeEveryLine,
  replaceEvery,
  replaceFile,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

/** One endpoint answers otherwise. */
function answered(answer: string): Plant['in'] {
  return inEach(CONNECTIVITY, (path) =>
    replaceText(
      path,
      'https://winatp-gw-weu.microsoft.com/test ... [OK]',
      `https://winatp-gw-weu.microsoft.com/test ... ${answer}`,
    ),
  );
}

const PROXY = 'http://svc:Winter-2026@proxy.example:3128';

/** The management sets a proxy. */
function managedProxy(path: string, proxy: string): Edit {
  return replaceText(path, '"cloudService": {\n', `"cloudService": {\n    "proxy": "${proxy}",\n`);
}

const HOST_PROXY = 'https_proxy=http://proxy.example:3128\n';

function noneReached(path: string): Edit {
  return replaceEvery(path, '[OK]', '[ERROR (curl error: 28)]');
}

/** The portal manages the host, which does not reach it. */
function managedByPortal(health: string, test: string): readonly Edit[] {
  const answer =
    'Testing connection with https://discovery.dm.microsoft.com/ping ... [ERROR (curl error: 28)]';
  return [addLines(health, 'managed_by : "MDE"'), addLines(test, answer)];
}

const SCRIPT = 'http://wpad.example/wpad.dat';

/** The unit of the agent is given a proxy. */
const DROP_IN = 'etc/systemd/system/mdatp.service.d/proxy.conf';
const OTHER_PROXY = '[Service]\nEnvironment="HTTPS_PROXY=http://proxy-b.example:3128"\n';

export const connectivityPlants: readonly Plant[] = [
  { analyzer: 'connectivity/unreachable-endpoints', in: answered('[ERROR (curl error: 28)]') },
  {
    analyzer: 'connectivity/ssl-inspection',
    in: answered('[ERROR (curl error: 60)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/authenticated-proxy',
    in: answered('[ERROR (HTTP 407)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/authenticated-proxy',
    name: 'in a setting',
    in: {
      ...inEach(MANAGED, (path) => managedProxy(path, PROXY)),
      sosreport: [replaceFile('etc/environment', `https_proxy=${PROXY}\n`)],
      supportconfig: [addAfter('env.txt', 'HOME=/root', `https_proxy=${PROXY}`)],
    },
    consequences: ['bundle/secrets-in-bundle'],
  },
  {
    analyzer: 'connectivity/anonymous-traffic-blocked',
    in: answered('[ERROR (HTTP 403)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/dns-failure',
    in: answered('[ERROR (curl error: 6)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/dns-failure',
    name: 'no name server',
    in: {
      sosreport: [removeEveryLine('etc/resolv.conf', /^nameserver /u)],
      supportconfig: [removeEveryLine('network.txt', /^nameserver /u)],
    },
  },
  {
    analyzer: 'connectivity/proxy-not-set-for-agent',
    in: {
      'client-analyzer': [
        noneReached(CONNECTIVITY['client-analyzer']),
        addFile('mde_diagnostic.zip!/etc/environment', HOST_PROXY),
      ],
      plain: [noneReached(CONNECTIVITY.plain), replaceFile('etc/environment', HOST_PROXY)],
    },
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/unreachable-intune',
    in: {
      'client-analyzer': managedByPortal(HEALTH['client-analyzer'], CONNECTIVITY['client-analyzer']),
      plain: managedByPortal(HEALTH.plain, CONNECTIVITY.plain),
    },
  },
  {
    analyzer: 'connectivity/pac-or-wpad-proxy',
    in: {
      ...inEach(MANAGED, (path) => managedProxy(path, SCRIPT)),
      sosreport: [replaceFile('etc/environment', `https_proxy=${SCRIPT}\n`)],
      supportconfig: [addAfter('env.txt', 'HOME=/root', `https_proxy=${SCRIPT}`)],
    },
  },
  {
    analyzer: 'connectivity/malformed-proxy',
    in: {
      ...inEach(MANAGED, (path) => managedProxy(path, 'proxy.example:3128')),
      sosreport: [replaceFile('etc/environment', 'https_proxy=proxy.example:3128\n')],
      supportconfig: [addAfter('env.txt', 'HOME=/root', 'https_proxy=proxy.example:3128')],
    },
  },
  {
    analyzer: 'connectivity/mismatched-proxies',
    in: {
      'client-analyzer': [
        managedProxy(MANAGED['client-analyzer'], 'http://proxy-a.example:3128'),
        addLines(HEALTH['client-analyzer'], 'proxy : "http://proxy-b.example:3128"'),
      ],
      plain: [
        managedProxy(MANAGED.plain, 'http://proxy-a.example:3128'),
        addLines(HEALTH.plain, 'proxy : "http://proxy-b.example:3128"'),
      ],
      'mdatp-diagnostic': [
        managedProxy(MANAGED['mdatp-diagnostic'], 'http://proxy-a.example:3128'),
        addFile(DROP_IN, OTHER_PROXY),
      ],
      sosreport: [
        replaceFile('etc/environment', 'https_proxy=http://proxy-a.example:3128\n'),
        addFile(DROP_IN, OTHER_PROXY),
      ],
    },
  },
  {
    analyzer: 'connectivity/wrong-clock',
    in: {
      plain: [
        replaceText('timedatectl.txt', 'System clock synchronized: yes', 'System clock synchronized: no'),
        replaceEvery(CONNECTIVITY.plain, '[OK]', '[ERROR (curl error: 60)]'),
      ],
    },
    consequences: ['connectivity/ssl-inspection', 'connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/missing-isolation-prerequisites',
    in: inEach(PACKAGES, (path) => removeEveryLine(path, /^(?:ii {2})?iptables(?:-nft)?[ -]/u)),
  },
  {
    analyzer: 'connectivity/missing-isolation-prerequisites',
    name: 'a kernel without netfilter',
    in: inEach(KERNEL_CONFIG, (path) =>
      replaceText(path, 'CONFIG_NETFILTER=y', '# CONFIG_NETFILTER is not set'),
    ),
  },
];
