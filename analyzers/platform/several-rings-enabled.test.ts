import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { severalRingsEnabled } from './several-rings-enabled.ts';

const APT = 'deb [arch=amd64] https://packages.microsoft.com/ubuntu/22.04/prod';
const health = (ring: string): string =>
  `healthy : true\napp_version : "101.25062.0003"\nrelease_ring : "${ring}"\n`;

testAnalyzer(severalRingsEnabled, {
  found: [
    {
      name: 'prod and insiders of yum',
      files: {
        'etc/yum.repos.d/a.repo': '[prod]\nbaseurl=https://packages.microsoft.com/rhel/9/prod/\n',
        'etc/yum.repos.d/b.repo':
          '[fast]\nbaseurl=https://packages.microsoft.com/rhel/9/insiders-fast/\nenabled=1\n',
      },
      findings: [
        {
          text: 'Repositories of several channels are enabled: insiders-fast, prod',
          at: ['etc/yum.repos.d/a.repo:1', 'etc/yum.repos.d/b.repo:1'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'an agent of another channel than its repository',
      files: {
        'health.txt': health('InsiderFast'),
        'etc/apt/sources.list.d/microsoft-prod.list': `${APT} jammy main\n`,
      },
      findings: [
        {
          text: 'The agent is of channel InsiderFast, the enabled repository of prod',
          at: ['health.txt:3', 'etc/apt/sources.list.d/microsoft-prod.list:1'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'one channel, and an agent of it',
      files: {
        'health.txt': health('Production'),
        'etc/apt/sources.list.d/microsoft-prod.list': `${APT} jammy main\n`,
      },
    },
    {
      name: 'a second channel that is commented out',
      files: { 'microsoft-prod.list': `${APT} jammy main\n# ${APT} insiders-fast main\n` },
    },
    {
      name: 'repositories of other programs',
      files: {
        'etc/yum.repos.d/a.repo':
          '[code]\nbaseurl=https://packages.microsoft.com/yumrepos/vscode\n[prod]\nbaseurl=https://packages.microsoft.com/rhel/9/prod/\n',
      },
    },
    {
      name: 'a channel that is not known',
      files: {
        'health.txt': health('Dogfood'),
        'etc/apt/sources.list.d/microsoft-prod.list': `${APT} jammy main\n`,
      },
    },
    {
      name: 'no repository of Microsoft',
      files: { 'etc/yum.repos.d/a.repo': '[baseos]\nbaseurl=https://mirror.example/el9\n' },
    },
  ],
  blocked: [
    {
      name: 'no repositories',
      files: { 'health.txt': health('Production') },
      missing: ['packages.repositories'],
    },
  ],
});
