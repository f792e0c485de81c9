import { describe, expect, it } from 'vitest';
import type { AnyFact } from '../../engine/api/index.ts';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { antivirusDetails } from './details-antivirus.ts';
import { cloudDetails } from './details-cloud.ts';
import { edrDetails, type EdrDetails } from './details-edr.ts';
import { engineDetails } from './details-engine.ts';
import { featuresDetails } from './details-features.ts';
import { networkProtectionDetails } from './details-network-protection.ts';
import { permissionsDetails } from './details-permissions.ts';
import { scheduledScanDetails } from './details-scheduled-scan.ts';
import { isDetails } from './details.ts';

const WITHOUT_NAMES: readonly AnyFact[] = [
  antivirusDetails,
  cloudDetails,
  engineDetails,
  featuresDetails,
  networkProtectionDetails,
  permissionsDetails,
  scheduledScanDetails,
];

describe.each(WITHOUT_NAMES)('$name', (fact) => {
  it('keeps every setting as printed', () => {
    const text =
      'simplified_connectivity                     : "enabled"\nmodule_load : "disabled" [managed]\n';
    expect(parseFact(fact, text).value).toMatchObject({
      settings: [
        {
          value: { name: 'simplified_connectivity', value: 'enabled', managed: false },
          at: { entry: 'file', line: 1 },
        },
        { value: { name: 'module_load', value: 'disabled', managed: true }, at: { entry: 'file', line: 2 } },
      ],
    });
  });

  it('reads JSON alike', () => {
    const text =
      '{"$type": "x",\n"moduleLoad": {"displayValue": true, "isManaged": true, "value": "disabled"}}';
    expect(parseFact(fact, text).value).toMatchObject({
      settings: [
        { value: { name: 'module_load', value: 'disabled', managed: true }, at: { entry: 'file', line: 2 } },
      ],
    });
  });

  it('refuses a text without settings', () => {
    expect(() => parseFact(fact, 'hello\n')).toThrow('names no setting');
  });
});

describe('mdatp.details-permissions', () => {
  it('is not a listing of files', () => {
    expect(() => parseFact(permissionsDetails, '-rw-r--r-- 1 root root 1 Mar 14 12:00 a\n')).toThrow(
      'is a listing of files',
    );
  });
});

describe('mdatp.details-edr', () => {
  const TEXT = `edr_early_preview_enabled                   : "disabled"
edr_device_tags                             : [{"key":"GROUP","value":"web"}]
edr_sense_guid                              : "6d3c0a9e-0000-4000-8000-00000000000b"
edr_partner_geo_location                    : "GW_EU"
edr_something_new                           : 4
`;

  it('knows its fields and keeps the others', () => {
    const { value } = parseFact<EdrDetails>(edrDetails, TEXT);
    expect(value.edr_partner_geo_location).toEqual({ value: 'GW_EU', at: { entry: 'file', line: 4 } });
    expect(value.edr_device_tags.map((tag) => tag.value)).toEqual(['GROUP=web']);
    expect(value.other.get('edr_something_new')?.value).toBe('4');
  });

  it('is told by its content, and the whole health is not taken for it', () => {
    const { plan } = edrDetails;
    if (plan.kind !== 'text') throw new Error('no text fact');
    expect(plan.looksLike?.(TEXT)).toBe(true);
    expect(plan.looksLike?.(`healthy : true\n${TEXT}`)).toBe(false);
  });
});

describe('isDetails', () => {
  const field = (name: string) => ({
    name,
    at: { entry: 'x', line: 1 },
    value: { kind: 'scalar' as const, text: '' },
    managed: false,
  });

  it('goes by the name of the file or by a field that only details print', () => {
    expect(isDetails('health_details_antivirus.txt', [field('passive_mode_enabled')])).toBe(true);
    expect(isDetails('health.txt', [field('edr_sense_guid')])).toBe(true);
    expect(isDetails('health.txt', [field('passive_mode_enabled')])).toBe(false);
    expect(isDetails('health_details.txt', [field('healthy'), field('edr_sense_guid')])).toBe(false);
  });
});
