import { NotCollectedError, textFact, type Located } from '../../engine/api/index.ts';
import { HEALTH_OUTPUTS, healthComplaint } from './health.ts';

export interface UnansweredHealth {
  readonly complaint: Located<string>;
}

/** Characters of a complaint: some print a whole trace. */
const MOST_CHARACTERS = 200;

/**
 * What stands where the health of the agent should, since nobody answered:
 *
 *   ERROR: Could not connect to the daemon
 */
export const unansweredHealth = textFact<UnansweredHealth>({
  name: 'mdatp.unanswered-health',
  describes: 'Complaint in the place of the health of the agent',
  fields: { complaint: { type: 'string', describes: 'What it says' } },
  view: { kind: 'fields', title: 'Complaint about the health' },
  from: { 'client-analyzer': HEALTH_OUTPUTS, plain: HEALTH_OUTPUTS },
  looksLike: (head) => /^.{0,80}could not connect to the daemon/imu.test(head.slice(0, 500)),
  parse(entry): UnansweredHealth {
    const complaint = healthComplaint(entry);
    if (!complaint) throw new NotCollectedError(`${entry.path} holds no complaint`);
    return { complaint: { value: complaint.text.trim().slice(0, MOST_CHARACTERS), at: complaint.at } };
  },
});
