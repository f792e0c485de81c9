import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { wrongClock } from './wrong-clock.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const TLS_FAILS = { 'connectivity_test.txt': `${WEU} [ERROR (curl error: 60)]\n` };
const clock = (answer: string) => ({
  'timedatectl.txt': `      Local time: Wed 2026-10-14 09:30:31 UTC\nSystem clock synchronized: ${answer}\n`,
});

testAnalyzer(wrongClock, {
  found: [
    {
      name: 'no server of time, and TLS fails',
      files: { ...TLS_FAILS, ...clock('no') },
      findings: [
        {
          text: 'The clock follows no server of time, and TLS to winatp-gw-weu.microsoft.com fails',
          at: ['timedatectl.txt:2', 'connectivity_test.txt:1'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'TLS fails and the clock is synchronized', files: { ...TLS_FAILS, ...clock('yes') } },
    {
      name: 'a guest that gets its time from its host, and reaches the service',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n`, ...clock('no') },
    },
    {
      name: 'a time-out',
      files: { 'connectivity_test.txt': `${WEU} [ERROR (curl error: 28)]\n`, ...clock('no') },
    },
  ],
  blocked: [
    { name: 'nothing about the clock', files: TLS_FAILS, missing: ['host.clock-sync'] },
    { name: 'no test', files: clock('no'), missing: ['mdatp.connectivity'] },
  ],
});
