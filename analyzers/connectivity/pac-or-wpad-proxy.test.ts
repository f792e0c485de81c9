import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { pacOrWpadProxy } from './pac-or-wpad-proxy.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';

testAnalyzer(pacOrWpadProxy, {
  found: [
    {
      name: 'a script in the managed settings and in the health',
      files: {
        'mdatp_managed.json': '{"cloudService":{\n"proxy":"http://proxy.example/site.pac"\n}}\n',
        'health.txt': 'healthy : true\nlicensed : true\nproxy : "http://proxy.example/site.pac"\n',
      },
      findings: [
        {
          text: 'The agent is given a script that chooses the proxy, in mdatp health, the managed settings',
          at: ['health.txt:3', 'mdatp_managed.json:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a script in the unit of the agent',
      files: {
        'service_file.txt':
          '[Service]\nEnvironment="HTTPS_PROXY=pac+http://proxy.example/p"\nExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon\n',
      },
      findings: [
        {
          text: 'The agent is given a script that chooses the proxy, in HTTPS_PROXY of the service',
          at: ['service_file.txt:2'],
        },
      ],
    },
    {
      name: 'scripts in the environment',
      files: {
        'etc/environment': 'https_proxy=http://wpad.example/wpad.dat\nauto_proxy=http://proxy.example/auto\n',
      },
      findings: [
        {
          text: 'A script chooses the proxy of the host, which the agent cannot do, in https_proxy, auto_proxy',
          at: ['etc/environment:1', 'etc/environment:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a script in the environment of a host that reaches every endpoint',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\n`,
        'etc/environment': 'https_proxy=http://wpad.example/wpad.dat\n',
      },
      findings: [
        {
          text: 'A script chooses the proxy of the host, which the agent cannot do, in https_proxy',
          at: ['etc/environment:1'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'a proxy by its name', files: { 'etc/environment': 'https_proxy=http://pac.example:3128\n' } },
    {
      name: 'wpad is to be reached directly',
      files: { 'etc/environment': 'https_proxy=http://proxy.example:3128\nno_proxy=localhost,wpad\n' },
    },
    {
      name: 'apt asks a script of its own',
      files: { 'etc/apt/apt.conf': 'Acquire::http::Proxy-Auto-Detect "/usr/bin/find-wpad";\n' },
    },
  ],
  blocked: [{ name: 'no proxy setting', files: { 'connectivity_test.txt': `${WEU} [ERROR]\n` } }],
});
