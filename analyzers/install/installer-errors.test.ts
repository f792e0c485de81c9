import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { installerErrors } from './installer-errors.ts';

const LOG = 'var/log/microsoft/mdatp/install.log';
const BEGIN = 'preinstall begin [2026-03-14 07:04:01OURCE +0000] 102216\n';
const END = 'postinstall end [2026-03-14 07:04:04OURCE +0000] 102216\n';
const report = (severity: string, code: string, text: string): string =>
  `        "severity": "${severity}",\n        "code":"${code}",\n        "text":"${text}"\n`;
const NO_USER = report('E', 'UserCreation', 'could not create user mdatp');

testAnalyzer(installerErrors, {
  found: [
    {
      name: 'an error reported twice, and a script that ended with one',
      files: { [LOG]: `${BEGIN}${NO_USER}${NO_USER}exit 1\n` },
      findings: [
        {
          text: 'A script of the installer ended with an error: exit 1',
          at: [`${LOG}:8`],
          severity: 'medium',
        },
        {
          text: 'The installer reported the error UserCreation: could not create user mdatp',
          at: [`${LOG}:2`, `${LOG}:5`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'notes and warnings of a good installation',
      files: {
        [LOG]: `${BEGIN}${report('I', 'InstallStarted', 'is_new_install=1')}${report('W', 'FileNotExist', 'File /opt/microsoft/mdatp/conf/BuildInfo not found')}${END}`,
      },
    },
    {
      name: 'an error of an earlier installation',
      files: { [LOG]: `${BEGIN}${NO_USER}exit 1\n${BEGIN}${END}` },
    },
  ],
  blocked: [{ name: 'no log', files: { 'mde.xml': '<mdatp/>' }, missing: ['mdatp.install-log'] }],
});
