import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { serviceFile, type ServiceFile } from './service-file.ts';

const parse = (text: string): ServiceFile => parseFact<ServiceFile>(serviceFile, text).value;

describe('mdatp.service-file', () => {
  it('reads where the daemon lies and what it may take', () => {
    expect(
      parse(
        '[Service]\n#ExecStart=/x\nWorkingDirectory=/opt/microsoft/mdatp/sbin\nExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon\nMemoryLimit=1G\n',
      ),
    ).toMatchObject({
      execStart: { value: '/opt/microsoft/mdatp/sbin/wdavdaemon', at: { entry: 'file', line: 4 } },
      workingDirectory: { value: '/opt/microsoft/mdatp/sbin', at: { entry: 'file', line: 3 } },
      memoryMax: { value: '1G', at: { entry: 'file', line: 5 } },
      cpuQuota: undefined,
    });
  });

  it('lets the last setting of a name hold, as drop-in files have it', () => {
    expect(parse('[Service]\nCPUQuota=50%\n# override.conf\n[Service]\nCPUQuota=20%\n').cpuQuota?.value).toBe(
      '20%',
    );
  });

  it('refuses a text without sections', () => {
    expect(() => parse('ExecStart=/x\n')).toThrow('is no unit file');
  });

  it('is not collected where the unit is not there', () => {
    expect(() => parse('cat: /lib/systemd/system/mdatp.service: No such file or directory\n')).toThrow(
      expect.objectContaining({ name: 'NotCollectedError' }) as Error,
    );
  });
});
