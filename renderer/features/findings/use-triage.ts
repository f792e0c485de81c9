import type { Triage } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useDeeds, useDeskStore } from '../../state/use-desk.ts';

/** Decides about findings; what was decided before can be had back from the message that says so. */
export function useTriage({
  bundle,
  report,
}: BundleRoute): (fingerprints: readonly string[], triage: Triage) => void {
  const say = useSay();
  const deeds = useDeeds();
  const { bridge } = useDeskStore().getState();
  return (fingerprints, triage) => {
    void (async () => {
      const before = await Promise.all(
        fingerprints.map(async (fingerprint) => {
          const reply = await bridge.ask('findings:detail', { bundle, report, fingerprint });
          return { fingerprint, triage: reply.ok ? reply.value.triage : ({ state: 'open' } as const) };
        }),
      );
      const set = (list: readonly string[], one: Triage): Promise<boolean> =>
        deeds.tell('triage:set', { bundle, report, fingerprints: [...list], triage: one });
      // A note stays where only the state is set.
      const done = await Promise.all(
        before.map((one) => set([one.fingerprint], { ...one.triage, ...triage, ...withoutReason(triage) })),
      );
      if (!done.every(Boolean)) return;
      deeds.toast(say('findings.set', { count: fingerprints.length, state: say(`triage.${triage.state}`) }), {
        undo: () => {
          for (const one of before) void set([one.fingerprint], one.triage);
        },
      });
    })();
  };
}

/** A reason belongs to "not relevant" alone. */
function withoutReason({ state, reason }: Triage): Partial<Triage> {
  return state === 'not-relevant' && reason !== undefined ? { reason } : {};
}
