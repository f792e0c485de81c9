import type { Triage } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useDeeds, useDeskStore } from '../../state/use-desk.ts';

/** A part of a decision: what it leaves out stays as it is. */
export type TriageChange = Partial<Triage>;

/** Decides about findings; what was decided before can be had back from the message that says so. */
export function useTriage({
  bundle,
  report,
}: BundleRoute): (fingerprints: readonly string[], change: TriageChange) => void {
  const say = useSay();
  const deeds = useDeeds();
  const { bridge } = useDeskStore().getState();
  const set = (fingerprint: string, triage: Triage): Promise<boolean> =>
    deeds.tell('triage:set', { bundle, report, fingerprints: [fingerprint], triage });
  return (fingerprints, change) => {
    void (async () => {
      // Asked anew: what the screen shows may be older than the last decision.
      const before = await Promise.all(
        fingerprints.map(async (fingerprint) => {
          const reply = await bridge.ask('findings:detail', { bundle, report, fingerprint });
          return { fingerprint, triage: reply.ok ? reply.value.triage : ({ state: 'open' } as const) };
        }),
      );
      const done = await Promise.all(before.map((one) => set(one.fingerprint, changed(one.triage, change))));
      if (!done.every(Boolean)) return;
      const text =
        change.state === undefined
          ? say('findings.noteSaved')
          : say('findings.set', { count: fingerprints.length, state: say(`triage.${change.state}`) });
      deeds.toast(text, {
        undo: () => {
          for (const one of before) void set(one.fingerprint, one.triage);
        },
      });
    })();
  };
}

/** A reason belongs to "not relevant" alone. */
function changed(before: Triage, change: TriageChange): Triage {
  const { reason, ...next } = { ...before, ...change };
  return next.state === 'not-relevant' && reason !== undefined ? { ...next, reason } : next;
}
