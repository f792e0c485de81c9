import { describe, expect, it } from 'vitest';
import { deriveFact } from '../../test/harness/derive-fact.ts';
import { service, type Service } from './service.ts';

const derive = (texts: Readonly<Record<string, string>>): Service => deriveFact<Service>(service, texts);

describe('mdatp.service', () => {
  it('follows the state of the service before the list of units', () => {
    expect(
      derive({
        status:
          'mdatp.service - x\n  Loaded: loaded (/usr/lib/systemd/system/mdatp.service; disabled; preset: disabled)\n  Active: failed (Result: signal) since Sat\n',
        units: '  mdatp.service loaded active running Microsoft Defender\n',
      }),
    ).toEqual({
      state: { value: 'failed', at: { entry: 'status', line: 3 } },
      running: { value: false, at: { entry: 'status', line: 3 } },
      result: { value: 'signal', at: { entry: 'status', line: 3 } },
      enabled: { value: 'disabled', at: { entry: 'status', line: 2 } },
      missing: undefined,
    });
  });

  it('reads the lists of units and unit files', () => {
    const { state, running, enabled } = derive({
      units: '● mdatp.service loaded activating auto-restart Microsoft Defender\n',
      unitFiles: 'mdatp.service enabled enabled\n',
    });
    expect([state?.value, running?.value, enabled?.value]).toEqual([
      'activating (auto-restart)',
      false,
      'enabled',
    ]);
  });

  it('knows a unit that is masked', () => {
    expect(
      derive({
        status:
          'mdatp.service\n  Loaded: masked (Reason: Unit mdatp.service is masked.)\n  Active: inactive (dead)\n',
      }).enabled?.value,
    ).toBe('masked');
  });

  it('knows a unit that is not there', () => {
    expect(derive({ status: 'Unit mdatp.service could not be found.\n' }).missing?.at).toEqual({
      entry: 'status',
      line: 1,
    });
  });

  it('says nothing where only other units are listed', () => {
    expect(() => derive({ units: '  cron.service loaded active running cron\n' })).toThrow(
      'nothing tells of the service mdatp',
    );
  });
});
