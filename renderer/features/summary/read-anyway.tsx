import { useSay } from '../../app/messages.ts';
import { useDeeds } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import styles from './read-anyway.module.css';

interface ReadAnywayProps {
  readonly bundle: string;
  /** Flags of limits that may be raised. */
  readonly limits: readonly string[];
}

/** Reads a bundle again, beyond the limits that left something out. Nothing where no limit did. */
export function ReadAnyway({ bundle, limits }: ReadAnywayProps) {
  const say = useSay();
  const deeds = useDeeds();
  if (limits.length === 0) return null;
  return (
    <div className={styles.row}>
      {say('summary.raise', { limits: limits.join(', '), count: limits.length })}
      <Button onPress={() => void deeds.reopen(bundle, { raise: [...limits] })}>
        {say('summary.readAnyway')}
      </Button>
    </div>
  );
}
