import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { malformedProxy } from './malformed-proxy.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const managed = (proxy: string) => ({ 'mdatp_managed.json': `{"cloudService":{\n"proxy":"${proxy}"\n}}\n` });
const inManaged = (text: string) => ({
  text: `${text}, in the managed settings`,
  at: ['mdatp_managed.json:2'],
});

testAnalyzer(malformedProxy, {
  found: [
    {
      name: 'a text to be replaced',
      files: managed('http://<proxy>:<port>'),
      findings: [{ ...inManaged('A text to be replaced still stands for the proxy'), severity: 'medium' }],
    },
    {
      name: 'no scheme',
      files: managed('proxy.example:3128'),
      findings: [inManaged('The proxy lacks http:// before its name')],
    },
    {
      name: 'no port, and yet every endpoint is reached',
      files: { ...managed('http://proxy.example'), 'connectivity_test.txt': `${WEU} [OK]\n` },
      findings: [{ ...inManaged('The proxy lacks a port behind its name'), severity: 'low' }],
    },
    {
      name: 'text behind the port',
      files: managed('http://proxy.example:3128/ # site'),
      findings: [inManaged('Text follows the port of the proxy')],
    },
    {
      name: 'no name',
      files: managed('http://:3128'),
      findings: [inManaged('The proxy is no address')],
    },
    {
      name: 'no scheme in what was set by command',
      files: { wdavcfg: '{ "cloudService": {\n"proxy": "proxy.example:3128"\n} }\n' },
      findings: [
        {
          text: 'The proxy lacks http:// before its name, in the local settings',
          at: ['wdavcfg:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'no scheme in the environment',
      files: { 'etc/environment': 'https_proxy=proxy.example:3128\n' },
      findings: [
        {
          text: 'The proxy lacks http:// before its name, in https_proxy',
          at: ['etc/environment:1'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'the form of the documents', files: managed('http://proxy.example:3128/') },
    { name: 'no proxy', files: managed('') },
    {
      name: 'sample text in the managed settings, which is another fault',
      files: managed('<EXAMPLE DO NOT USE>http://proxy.example:3128'),
    },
    {
      name: 'what was set by command, where management sets another',
      files: {
        ...managed('http://proxy.example:3128/'),
        wdavcfg: '{ "cloudService": { "proxy": "proxy.example:3128" } }\n',
      },
    },
    {
      name: 'no scheme in the environment of a host that reaches every endpoint',
      files: {
        'etc/environment': 'https_proxy=proxy.example:3128\n',
        'connectivity_test.txt': `${WEU} [OK]\n`,
      },
    },
    {
      name: 'a comment behind the value',
      files: { 'etc/environment': 'https_proxy=http://proxy.example:3128 # site\n' },
    },
  ],
  blocked: [{ name: 'no proxy setting', files: {} }],
});
