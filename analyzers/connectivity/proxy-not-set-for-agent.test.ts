import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { proxyNotSetForAgent } from './proxy-not-set-for-agent.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const EVENTS = 'Testing connection with https://v20.events.data.microsoft.com/ping ...';
const FAILED = {
  'connectivity_test.txt': `${WEU} [ERROR (curl error: 28)]\n${EVENTS} [ERROR (curl error: 7)]\n`,
};
const HEALTH = { 'health.txt': 'healthy : false\nlicensed : true\n' };
const PROXY = { 'etc/environment': 'LANG=C.UTF-8\nhttps_proxy=http://proxy.example:3128\n' };

testAnalyzer(proxyNotSetForAgent, {
  found: [
    {
      name: 'only the environment has the proxy',
      files: { ...FAILED, ...HEALTH, ...PROXY },
      findings: [
        {
          text: 'The host has a proxy in https_proxy, the agent has none and reaches no endpoint',
          at: ['etc/environment:2', 'connectivity_test.txt:1', 'connectivity_test.txt:2'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'an endpoint is reached without the proxy',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [ERROR (curl error: 28)]\n`,
        ...HEALTH,
        ...PROXY,
      },
    },
    {
      name: 'somebody answers on the way',
      files: { 'connectivity_test.txt': `${WEU} [ERROR (HTTP 403)]\n`, ...HEALTH, ...PROXY },
    },
    {
      name: 'the agent has a proxy by its health',
      files: {
        ...FAILED,
        ...PROXY,
        'health.txt': 'healthy : false\nlicensed : true\nproxy : "http://proxy.example:3128"\n',
      },
    },
    {
      name: 'the agent has a proxy by its unit',
      files: {
        ...FAILED,
        ...HEALTH,
        ...PROXY,
        'service_file.txt':
          '[Service]\nEnvironment="HTTPS_PROXY=http://proxy.example:3128"\nExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon\n',
      },
    },
    {
      name: 'management sets a proxy',
      files: {
        ...FAILED,
        ...PROXY,
        'mdatp_managed.json': '{"cloudService":{"proxy":"http://proxy.example:3128"}}\n',
      },
    },
    {
      name: 'only a cache of packages',
      files: {
        ...FAILED,
        ...HEALTH,
        'etc/apt/apt.conf': 'Acquire::https::Proxy "http://cache.example:3142";\n',
      },
    },
    {
      name: 'a proxy that is switched off',
      files: {
        ...FAILED,
        ...HEALTH,
        'etc/sysconfig/proxy': 'PROXY_ENABLED="no"\nHTTPS_PROXY="http://proxy.example:3128"\n',
      },
    },
  ],
  blocked: [
    {
      name: 'no test',
      files: { ...HEALTH, ...PROXY },
      missing: ['mdatp.connectivity', 'mdatp.managed', 'mdatp.local-config'],
    },
    {
      name: 'no settings',
      files: { ...FAILED, ...HEALTH },
      missing: ['network.proxy-settings', 'mdatp.managed', 'mdatp.local-config'],
    },
    {
      name: 'nothing about the agent’s own proxy',
      files: { ...FAILED, ...PROXY },
      reason: 'Nothing tells whether the agent has a proxy.',
    },
  ],
});
