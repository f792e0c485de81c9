import { describe, expect, it } from 'vitest';

import type { Identity, RedactionClass, RedactionWords } from '../api/index.ts';
import { Redactor } from './redactor.ts';

const words: RedactionWords = {
  publicHosts: ['microsoft.com', 'openssh.com'],
  systemUsers: ['root', 'mdatp', 'nobody'],
  everydayWords: ['web', 'admin', 'backup', 'proxy'],
  labels: { blobs: ['onboarding info'] },
};

/** What becomes of a text, by a redactor that learned the identities and the text itself. */
function redacted(
  text: string,
  identities: readonly Identity[] = [],
  classes?: readonly RedactionClass[],
): string {
  const redactor = new Redactor({ words, classes });
  redactor.learnIdentities(identities);
  redactor.learn(Buffer.from(text));
  return redactor.text(text);
}

const HOST: readonly Identity[] = [{ kind: 'host', value: 'db-01.corp.example.test' }];

describe('redaction', () => {
  it.each([
    // URLs
    [
      'proxy=http://ada:Pa5s/w0rd@proxy.corp.test:3128/',
      'proxy=http://user-1:password-1@host-1.domain-1.example:3128/',
    ],
    ['https://x.cp.wd.microsoft.com/api/report', 'https://x.cp.wd.microsoft.com/api/report'],
    ['http://localhost:8080/ http://127.0.0.1/', 'http://localhost:8080/ http://127.0.0.1/'],
    ['http://repo:8081/x?token=abcdefgh12', 'http://host-1:8081/x?token=token-1'],
    // names of values
    ['DB_PASSWORD=s3cr;et "x"', 'DB_PASSWORD=password-1'],
    ['{"client_secret": "Zx9-Zx9-Zx9", "n": 1}', '{"client_secret": "secret-1", "n": 1}'],
    [String.raw`{"a":"{\"api_key\":\"k3y-k3y-k3y\"}"}`, String.raw`{"a":"{\"api_key\":\"key-1\"}"}`],
    ['<password>Herbst-2026</password>', '<password>password-1</password>'],
    ['tool --token q1w2e3r4t5 --verbose', 'tool --token token-1 --verbose'],
    ['Server=x;Uid=a;Pwd=Winter#9;', 'Server=x;Uid=a;Pwd=password-1;'],
    ['  password: "Win ter"', '  password: "password-1"'],
    ['{"hostname":"ci-05"} on ci-05', '{"hostname":"host-1"} on host-1'],
    ['Serial Number: VMware-42 1f', 'Serial Number: serial-1'],
    [
      'machine_guid : "2f6b90d4-7c13-4e58-a0d9-84b1f3e6c752"',
      'machine_guid : "00000000-0000-0000-0000-000000000001"',
    ],
    [String.raw`{"onboardingInfo":"{\"body\":\"x\",\"sig\":\"y\"}"}`, '{"onboardingInfo":"blob-1"}'],
    // commands and headers
    ['mysql -u root -pGeheim9 shop', 'mysql -u root -ppassword-1 shop'],
    ['curl -s -u ada:Geheim9 x', 'curl -s -u ada:password-1 x'],
    ['Proxy-Authorization: Basic YWRhOnBhNTU=', 'Proxy-Authorization: Basic token-1'],
    ['Cookie: a=1; sid=77aa88bb', 'Cookie: cookie-1'],
    // forms
    ['AKIAIOSFODNN7EXAMPLE x', 'cloud-1 x'],
    ['root:$6$aBcD$9xYz0123456789abcdefghij:19000:', 'root:password-1:19000:'],
    ['Authorization eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sflKxw', 'Authorization token-1'],
    // addresses
    ['a 10.1.2.3 b 10.1.2.4 c 10.1.9.0/24', 'a 240.0.1.1 b 240.0.1.2 c 240.0.2.0/24'],
    ['fe80::5054:ff:feab:cdef/64 2a01:4f8:1:2::9', 'fe80::1/64 2001:db8:1:1::1'],
    [
      'link/ether 52:54:00:ab:cd:ef brd ff:ff:ff:ff:ff:ff',
      'link/ether 00:00:5e:00:53:01 brd ff:ff:ff:ff:ff:ff',
    ],
    ['from Ada.Byron@corp.example.test to x', 'from mail-1@mail.example to x'],
    // users
    ['session opened for user ada(uid=1001)', 'session opened for user user-1(uid=1001)'],
    ['/home/ada/x said ada', '/home/user-1/x said ada'],
  ])('takes out what stands in %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'password sufficient pam_unix.so sha512 shadow',
    'passwd:         files systemd',
    'PASS_MAX_DAYS   99999',
    'PasswordAuthentication=yes password_expiry_days=90 max_token=5',
    'PWD=/root TOKEN_FILE=/etc/token',
    'version: 1.2.3.4 libfoo-2.4.6.1-5.el8 1.3.6.1.4.1.311 app 101.98.89.12.3',
    '12:34:56 2026-10-14T08:52:20Z std::string Bad::Cafe 00:1f.2 sha1 aa:bb:cc',
    'getty@tty1.service user@1000.service curve25519-sha256@libssh.org'.replace('libssh.org', 'openssh.com'),
    'netmask 255.255.255.0 0.0.0.0 127.0.0.1 169.254.169.254 ::1 ff02::1',
    '/home/mdatp/ user=root uid=0(root) key="mdatp" tokens: 5',
    'Failed password for root from console',
    'hostname=? addr=10 hostname=x.cp.wd.microsoft.com hostname: localhost',
    '/etc/rc.d/rc.local systemd-timesyncd.service x.corporation',
  ])('leaves alone: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('finds the names of a host wherever they stand', () => {
    expect(
      redacted('Nov 20 10:00:01 db-01 sshd: DB-01.corp.example.test fs-02.corp.example.test', HOST),
    ).toBe('Nov 20 10:00:01 host-1 sshd: host-1.domain-1.example host-2.domain-1.example');
    expect(redacted('sosreport-db-01-2026-x adb-012', HOST)).toBe('sosreport-host-1-2026-x adb-012');
  });

  it('takes the first part of a name in a URL for no name', () => {
    expect(redacted('NAME="Fedorum" HOME_URL="https://fedorum.example.test/" fedorum')).toBe(
      'NAME="Fedorum" HOME_URL="https://host-1.domain-1.example/" fedorum',
    );
  });

  it('takes an ordinary word for a name only where its place says so', () => {
    const named: readonly Identity[] = [
      { kind: 'host', value: 'web' },
      { kind: 'user', value: 'backup' },
    ];
    const text = 'Nov 20 10:00:01 web app: the web is up\nbackup of /home/backup/x\nhostname: web\n';
    expect(redacted(text, named)).toBe(
      'Nov 20 10:00:01 host-1 app: the web is up\nbackup of /home/user-1/x\nhostname: host-1\n',
    );
  });

  it('finds a password that was named once in every other place', () => {
    expect(redacted('password=Herbst-2026\nrun it Herbst-2026 now\n')).toBe(
      'password=password-1\nrun it password-1 now\n',
    );
  });

  it('keeps the lines of a private key', () => {
    const key =
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEabc+/\nZZZ=\n-----END RSA PRIVATE KEY-----\nnext\n';
    expect(redacted(key)).toBe(
      '-----BEGIN RSA PRIVATE KEY-----\nprivate-key-1\n\nprivate-key-2\nprivate-key-3\n-----END RSA PRIVATE KEY-----\nnext\n',
    );
  });

  it('takes out the classes that are asked, and says how much', () => {
    const redactor = new Redactor({ words, classes: ['ipv4'] });
    expect(redactor.text('ada@corp.test 10.0.0.7 10.0.0.7')).toBe('ada@corp.test 240.0.0.1 240.0.0.1');
    expect(redactor.takeDone()).toEqual({
      classes: ['ipv4'],
      counts: [{ class: 'ipv4', values: 1, places: 2 }],
    });
    expect(redactor.mapping()).toEqual([{ class: 'ipv4', pseudonym: '240.0.0.1', original: '10.0.0.7' }]);
  });

  it('leaves bytes that are no UTF-8, and characters that are no ASCII, as they are', () => {
    const redactor = new Redactor({ words });
    redactor.learnIdentities([{ kind: 'user', value: 'jürgen' }]);
    const bytes = Buffer.concat([Buffer.from('ä\u{1f600} jürgen 10.0.0.7 '), Buffer.of(0xff, 0xfe, 0x00)]);
    expect(Buffer.from(redactor.redact(bytes))).toEqual(
      Buffer.concat([Buffer.from('ä\u{1f600} user-1 240.0.0.1 '), Buffer.of(0xff, 0xfe, 0x00)]),
    );
    expect(redactor.text('\udcff/home/ada')).toBe('\udcff/home/user-2');
  });

  it('is linear on texts made to be slow', () => {
    const redactor = new Redactor({ words });
    const start = process.cpuUsage();
    for (const part of [
      'password=',
      '://a:',
      'a@a.',
      '1.1.',
      'aa:',
      'mysql -p ',
      '\\"token\\":',
      'eyJ.eyJ',
      '-----BEGIN PRIVATE KEY-----\n',
      'x-',
    ])
      redactor.text(part.repeat(200_000 / part.length));
    // Seconds of work, whatever else the machine does; where it grows with the square they are minutes.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(12);
  });
});
