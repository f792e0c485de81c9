import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { authenticatedProxy } from './authenticated-proxy.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';

testAnalyzer(authenticatedProxy, {
  found: [
    {
      name: 'the proxy answers with 407',
      files: { 'connectivity_test.txt': `${WEU} [FAIL HTTP status 407]\n` },
      findings: [
        {
          text: 'The proxy demands a login (HTTP 407) on the way to winatp-gw-weu.microsoft.com',
          at: ['connectivity_test.txt:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a password in the environment, which the sentence does not repeat',
      files: { 'env.txt': 'PATH=/usr/bin\nHTTPS_PROXY=http://svc:s3cret@proxy.example:3128\n' },
      findings: [
        {
          text: 'A proxy is set together with a user or password, in HTTPS_PROXY',
          at: ['env.txt:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a password in the health output and in the managed settings',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\nproxy : "http://svc:s3cret@proxy.example:3128"\n',
        'mdatp_managed.json': '{"cloudService":{\n"proxy":"http://svc:s3cret@proxy.example:3128"\n}}\n',
      },
      findings: [
        {
          text: 'A proxy is set together with a user or password, in mdatp health, the managed settings',
          at: ['health.txt:3', 'mdatp_managed.json:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a password in the environment of a host that reaches every endpoint',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\n`,
        'env.txt': 'HTTPS_PROXY=http://svc:s3cret@proxy.example:3128\n',
      },
      findings: [
        {
          text: 'A proxy is set together with a user or password, in HTTPS_PROXY',
          at: ['env.txt:1'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'only the package manager logs in',
      files: { 'yum.conf': '[main]\nproxy=http://proxy.example:3128\nproxy_username=svc\n' },
      findings: [
        {
          text: 'The package manager logs in to its proxy; the agent could not use the same one, in proxy_username',
          at: ['yum.conf:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'a proxy without a login', files: { 'env.txt': 'HTTPS_PROXY=http://proxy.example:3128\n' } },
    {
      name: 'a proxy with a login that is switched off',
      files: {
        'etc/sysconfig/proxy': 'PROXY_ENABLED="no"\nHTTPS_PROXY="http://svc:s3cret@proxy.example:3128"\n',
      },
    },
    {
      name: 'another answer of the proxy',
      files: { 'connectivity_test.txt': `${WEU} [FAIL HTTP status 403]\n` },
    },
    {
      name: 'the package manager logs in while the agent reaches every endpoint',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n`, 'yum.conf': '[main]\nproxy_username=svc\n' },
    },
  ],
  blocked: [{ name: 'nothing about connections or proxies', files: {} }],
});
