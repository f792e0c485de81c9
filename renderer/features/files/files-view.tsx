import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { Panes } from '../../widgets/panes.tsx';
import { EntryPane } from './entry-pane.tsx';
import { TreePane } from './tree-pane.tsx';

/** All that was opened, and the content of the file that is chosen. */
export function FilesView({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  return (
    <Panes
      id="files"
      panes={[
        {
          id: 'tree',
          label: say('files.tree'),
          size: '28%',
          least: '220px',
          content: <TreePane route={route} />,
        },
        {
          id: 'content',
          label: say('files.viewer'),
          size: '72%',
          least: '400px',
          content: <EntryPane route={route} />,
        },
      ]}
    />
  );
}
