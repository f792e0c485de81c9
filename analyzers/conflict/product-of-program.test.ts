import { describe, expect, it } from 'vitest';
import { securityProducts } from '../knowledge/security-products.ts';
import { isNamed, isSameProgram, subjectOf } from './product-of-program.ts';

const subject = (program: string): string => subjectOf(program, securityProducts.rows);

describe('product of a program', () => {
  it('is told by exact names, and by names that lsof has cut', () => {
    expect(subject('ds_am')).toBe('Trend Micro Deep Security / Vision One');
    expect(subject('falcon-se')).toBe('CrowdStrike Falcon');
    expect(subject('clamonacc')).toBe('ClamAV');
  });

  it('is the program itself where no product is known', () => {
    expect(subject('backupscan')).toBe('backupscan');
    expect(subject('ds_amx')).toBe('ds_amx');
  });
});

describe('names', () => {
  it('may be cut by the kernel, and may end in a star', () => {
    expect(isNamed(['sophos_threat_detector'], 'sophos_threat_d')).toBe(true);
    expect(isNamed(['talpa_*'], 'talpa_core')).toBe(true);
    expect(isNamed(['masvc'], 'masvcx')).toBe(false);
  });

  it('of one program agree up to the cut, not below it', () => {
    expect(isSameProgram('wdavdaemo', 'wdavdaemon')).toBe(true);
    expect(isSameProgram('wdav', 'wdavdaemon')).toBe(false);
  });
});
