import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { mismatchedProxies } from './mismatched-proxies.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const MANAGED = { 'mdatp_managed.json': '{"cloudService":{\n"proxy":"http://proxy-a.example:3128"\n}}\n' };
const health = (proxy: string) => ({ 'health.txt': `healthy : true\nlicensed : true\nproxy : "${proxy}"\n` });
const environment = (proxy: string) => ({ 'etc/environment': `https_proxy=${proxy}\n` });

testAnalyzer(mismatchedProxies, {
  found: [
    {
      name: 'the health and the managed settings differ',
      files: { ...MANAGED, ...health('http://proxy-b.example:3128') },
      findings: [
        {
          text: 'The agent is given two proxies: proxy-b.example:3128 in mdatp health, proxy-a.example:3128 in the managed settings',
          at: ['health.txt:3', 'mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'they differ and every endpoint is reached',
      files: {
        ...MANAGED,
        ...health('http://proxy-a.example:8080'),
        'connectivity_test.txt': `${WEU} [OK]\n`,
      },
      findings: [
        {
          text: 'The agent is given two proxies: proxy-a.example:8080 in mdatp health, proxy-a.example:3128 in the managed settings',
          at: ['health.txt:3', 'mdatp_managed.json:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the environment has another one',
      files: { ...MANAGED, ...environment('http://proxy-b.example:3128') },
      findings: [
        {
          text: 'The agent has the proxy proxy-a.example:3128 in the managed settings, the host proxy-b.example:3128 in https_proxy',
          at: ['mdatp_managed.json:2', 'etc/environment:1'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the same one, written otherwise, with a login',
      files: {
        ...MANAGED,
        ...health('http://Proxy-A.example:3128/'),
        ...environment('http://svc:s3cret@proxy-a.example:3128'),
      },
    },
    {
      name: 'another one in the environment while every endpoint is reached',
      files: {
        ...MANAGED,
        ...environment('http://proxy-b.example:3128'),
        'connectivity_test.txt': `${WEU} [OK]\n`,
      },
    },
    {
      name: 'a cache of packages',
      files: { ...MANAGED, 'etc/apt/apt.conf': 'Acquire::https::Proxy "http://cache.example:3142";\n' },
    },
    {
      name: 'another proxy for HTTP',
      files: { ...MANAGED, 'etc/environment': 'http_proxy=http://proxy-b.example:80\n' },
    },
    {
      name: 'only the environment has one',
      files: { ...health('None'), ...environment('http://proxy-b.example:3128') },
    },
  ],
  blocked: [
    {
      name: 'only the environment is known',
      files: environment('http://proxy-b.example:3128'),
      reason: 'Nothing tells which proxy the agent has.',
    },
  ],
});
