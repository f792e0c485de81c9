import { describe, expect, it } from 'vitest';
import { maskSecrets, secretsIn } from './secret-text.ts';

const HASH = '$6$Tq0cBv1d$0k3bWm2vXhKQkJ9m1nqv4rX8';

describe('secrets in a line', () => {
  it.each([
    ['https_proxy=http://svc:s3cret@proxy.example:3128', 'https_proxy=http://***@proxy.example:3128'],
    ['http://svc:s@c/r;et@proxy.example', 'http://***@proxy.example'],
    ['HTTPS_PROXY=svc:s3cret@proxy.example:3128', 'HTTPS_PROXY=***@proxy.example:3128'],
    ['    "proxy": "http://svc:s3cret@proxy.example:3128",', '    "proxy": "http://***@proxy.example:3128",'],
    ['http://svc:1234@[2001:db8::1]:3128', 'http://***@[2001:db8::1]:3128'],
  ])('takes user and password out of %s', (line, masked) => {
    expect(secretsIn(line)).toEqual(['credentials']);
    expect(maskSecrets([line])).toEqual([masked]);
  });

  it.each([
    ['proxy_password=s3cret', 'proxy_password=***'],
    ['password = "s3cret" # of the mirror', 'password = "***" # of the mirror'],
    ['{"user":"svc","password":"s3cret"}', '{"user":"svc","password":"***"}'],
    ['4711 ? S 0:00 mysqldump --password=s3cret shop', '4711 ? S 0:00 mysqldump --password=*** shop'],
    ['4711 ? S 0:00 backup --password s3cret --all', '4711 ? S 0:00 backup --password *** --all'],
    [
      '//nas/x /mnt cifs username=svc,password=s3cret,ro 0 0',
      '//nas/x /mnt cifs username=svc,password=***,ro 0 0',
    ],
  ])('takes the password out of %s', (line, masked) => {
    expect(secretsIn(line)).toEqual(['password']);
    expect(maskSecrets([line])).toEqual([masked]);
  });

  it('takes the hash of a password out of a row of shadow', () => {
    expect(secretsIn(`root:${HASH}:19000:0:99999:7:::`)).toEqual(['hash']);
    expect(maskSecrets([`root:${HASH}:19000:0:99999:7:::`])).toEqual(['root:***:19000:0:99999:7:::']);
    expect(maskSecrets([`old:!${HASH}:19000:0:99999:7:::`])).toEqual(['old:!***:19000:0:99999:7:::']);
  });

  it('takes a private key out, over lines and in one', () => {
    const lines = [
      'tls:',
      '-----BEGIN RSA PRIVATE KEY-----',
      'MIIEow',
      'Yx2f',
      '-----END RSA PRIVATE KEY-----',
      'ca:',
    ];
    expect(maskSecrets(lines)).toEqual([
      'tls:',
      '-----BEGIN RSA PRIVATE KEY-----',
      '***',
      '***',
      '-----END RSA PRIVATE KEY-----',
      'ca:',
    ]);
    expect(lines.flatMap(secretsIn)).toEqual(['key']);
    expect(
      maskSecrets(['"key": "-----BEGIN PRIVATE KEY-----\\nMIIEow\\n-----END PRIVATE KEY-----"']),
    ).toEqual(['"key": "-----BEGIN PRIVATE KEY-----***']);
  });

  it('takes the data of onboarding out', () => {
    const line = '{"onboardingInfo":"{\\"body\\":\\"eyJvcmdJZCI6\\",\\"sig\\":\\"QmFzZTY0\\"}"}';
    expect(secretsIn(line)).toEqual(['onboarding']);
    expect(maskSecrets([line])).toEqual(['{"onboardingInfo":***']);
  });

  it.each([
    'https_proxy=http://proxy.example:3128',
    'https://docs.example:8443/path@2',
    'http://a.example:80,http://b.example:80/x@y',
    'ssh://git@code.example/team/tool.git',
    'https_proxy=http://***@proxy.example:3128',
    '# export http_proxy=http://user:password@proxy.example:3128',
    'passwd:     files sss systemd',
    'PASS_MAX_DAYS   99999',
    'password    requisite     pam_pwquality.so retry=3',
    'PasswordAuthentication yes',
    'root:x:0:0:root:/root:/bin/bash',
    'daemon:*:19000:0:99999:7:::',
    'proxy_password=',
    'password=<password>',
    'password = ${SECRET}',
    '1042 ? Ss 0:00 /usr/bin/systemd-tty-ask-password-agent --watch',
    'contact: admin@example.org',
    '-----BEGIN CERTIFICATE-----',
  ])('finds none in %s', (line) => {
    expect(secretsIn(line)).toEqual([]);
  });
});
