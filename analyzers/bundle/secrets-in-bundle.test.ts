import { expect, it } from 'vitest';

import { loadDomain } from '../../cli/domain.ts';
import { answerSources } from '../../engine/run/answer.ts';
import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { secretsInBundle } from './secrets-in-bundle.ts';

const HASH = '$6$Tq0cBv1d$0k3bWm2vXhKQkJ9m1nqv4rX8';
/** Without a file that tells of a host there is no bundle. */
const HOST = { 'etc/hostname': 'web-03.example\n' };
const PROXY = 'http://svc:Winter-2026@proxy.example:3128';

testAnalyzer(secretsInBundle, {
  found: [
    {
      name: 'a proxy with user and password, in settings and on a command line',
      files: {
        ...HOST,
        'etc/environment': `https_proxy=${PROXY}\n`,
        'ps.txt': `root 4711 0.0 0.1 curl -x ${PROXY} https://packages.example\n`,
      },
      findings: [
        {
          text: 'Addresses with a user and a password stand in etc/environment, ps.txt',
          at: ['etc/environment:1', 'ps.txt:1'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'a password of the package manager',
      files: { ...HOST, 'etc/yum.conf': '[main]\nproxy_username=svc\nproxy_password=Winter-2026\n' },
      findings: [{ text: 'Passwords stand in etc/yum.conf', at: ['etc/yum.conf:3'] }],
    },
    {
      name: 'hashes of passwords and a private key',
      files: {
        ...HOST,
        'etc/shadow': `root:${HASH}:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\n`,
        'etc/ssl/private/web.pem': '-----BEGIN PRIVATE KEY-----\nMIIEow\n-----END PRIVATE KEY-----\n',
      },
      findings: [
        { text: 'Hashes of passwords stand in etc/shadow', at: ['etc/shadow:1'] },
        { text: 'Private keys stand in etc/ssl/private/web.pem', at: ['etc/ssl/private/web.pem:1'] },
      ],
    },
    {
      name: 'the onboarding of the tenant, told by its name alone',
      files: {
        ...HOST,
        'etc/opt/microsoft/mdatp/mdatp_onboard.json':
          '{"onboardingInfo":"{\\"body\\":\\"eyJvcmdJZCI6\\"}"}\n',
      },
      findings: [
        {
          text: 'What joins a host to the tenant stands in etc/opt/microsoft/mdatp/mdatp_onboard.json',
          at: ['etc/opt/microsoft/mdatp/mdatp_onboard.json'],
        },
      ],
    },
    {
      name: 'many files',
      files: {
        ...HOST,
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [
            `etc/app/${name}.conf`,
            'password=Winter-2026\n',
          ]),
        ),
      },
      findings: [
        {
          text: 'Passwords stand in etc/app/a.conf, etc/app/b.conf, etc/app/c.conf, etc/app/d.conf, etc/app/e.conf and 2 more',
          at: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `etc/app/${name}.conf:1`),
        },
      ],
    },
  ],
  clean: [
    {
      name: 'settings without secrets',
      files: {
        ...HOST,
        'etc/environment': 'https_proxy=http://proxy.example:3128\n# http://user:password@proxy.example\n',
        'etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
        'etc/nsswitch.conf': 'passwd: files systemd\n',
      },
    },
  ],
  blocked: [{ name: 'nothing that is read for secrets', files: {} }],
});

it('keeps the value out of the whole report, whichever check cites its line', async () => {
  const files = {
    'etc/environment': `LANG=C\nhttps_proxy=${PROXY}\n`,
    'mdatp_managed.json': `{\n  "cloudService": {\n    "proxy": "${PROXY}"\n  }\n}\n`,
    'mdatp_health.txt': `healthy : true\nlicensed : true\nproxy : "${PROXY}"\n`,
    'etc/shadow': `root:${HASH}:19000:0:99999:7:::\n`,
    'etc/web.pem': '-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END PRIVATE KEY-----\n',
  };
  const source = { kind: 'memory', name: 'web-03', files } as const;
  const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
  const { reports } = await answerSources([source], request, loadDomain());
  const ids = new Set(reports[0]?.findings.map(({ analyzer }) => analyzer));
  expect([...ids]).toEqual(
    expect.arrayContaining(['bundle/secrets-in-bundle', 'connectivity/authenticated-proxy']),
  );
  const text = JSON.stringify(reports);
  expect(text).toContain('http://***@proxy.example:3128');
  expect(['Winter-2026', HASH, 'MIIEowIBAAKCAQEA'].filter((secret) => text.includes(secret))).toEqual([]);
});
