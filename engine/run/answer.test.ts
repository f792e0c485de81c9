import { describe, expect, it } from 'vitest';

import { smallDomain } from '../../test/harness/small-domain.ts';
import type { Source } from '../ingest/source.ts';
import { answerSources } from './answer.ts';

const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
const source = (name: string): Source => ({ kind: 'memory', name, files: { 'a.txt': 'a' } });

describe('answerSources', () => {
  it('counts sources that a cancel came before as cancelled, not as read', async () => {
    const { sources } = await answerSources([source('one'), source('two')], request, smallDomain(), {
      signal: AbortSignal.abort(),
    });
    expect(sources.map(({ name, ended }) => [name, ended])).toEqual([
      ['one', 'cancelled'],
      ['two', 'cancelled'],
    ]);
  });
});
