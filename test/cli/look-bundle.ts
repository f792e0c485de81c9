import { gzipOf, tarOf, zipOf } from '../harness/pack.ts';

/** A sosreport with what `show` and `search` have to get into: an inner zip, a compressed log, links, odd names. */
export const lookBundle = (): Buffer =>
  gzipOf(
    tarOf([
      { path: 'sos-db-01/etc/hosts', content: '127.0.0.1 localhost\n192.0.2.7 db-01\n' },
      { path: 'sos-db-01/etc/os-release', link: '../usr/lib/os-release' },
      { path: 'sos-db-01/etc/motd', link: '/var/motd' },
      { path: 'sos-db-01/usr/lib/os-release', content: 'ID=debian\n' },
      { path: 'sos-db-01/var/motd', content: 'welcome to db-01' },
      { path: 'sos-db-01/var/log/syslog.1.gz', content: gzipOf('one\ntwo error\nthree\nfour Error\n') },
      {
        path: 'sos-db-01/inner.zip',
        content: zipOf([
          { path: 'etc/hosts', content: 'inner error\n' },
          { path: 'odd!name:7', content: 'odd\n' },
        ]),
      },
      { path: 'sos-db-01/wide.txt', content: Buffer.from('\ufeffwide error\r\nend\r\n', 'utf16le') },
      {
        path: 'sos-db-01/tool',
        content: Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(200), Buffer.from('error')]),
      },
      { path: 'sos-db-01/evil\u001b[2J.log', content: 'bell\u0007 error \u001b]0;x\u0007\tend\n' },
    ]),
  );
