import { XMLParser } from 'fast-xml-parser';
import { useMemo } from 'react';

import { useSay } from '../../app/messages.ts';
import { useAnswer } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './structured.module.css';
import { xmlNodes, type XmlNode } from './xml-nodes.ts';

interface XmlViewProps {
  readonly bundle: string;
  readonly entry: string;
}

/** XML as elements that fold. Entities stay as they are written: nothing is expanded, nothing is fetched. */
export function XmlView({ bundle, entry }: XmlViewProps) {
  const say = useSay();
  const { value, refusal } = useAnswer('entry:text', { bundle, entry });
  const nodes = useMemo(() => (value ? parse(value.text) : undefined), [value]);
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  if (!nodes) return <p className={styles.empty}>{say('files.notXml')}</p>;
  return (
    <div className={styles.page} tabIndex={0} data-pane-main="" data-testid="xml">
      {nodes.map((node, index) => (
        <Element key={index} node={node} level={0} />
      ))}
    </div>
  );
}

function parse(text: string): readonly XmlNode[] | undefined {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, processEntities: false });
  try {
    return xmlNodes(parser.parse(text));
  } catch {
    // Shown as lines instead.
    return undefined;
  }
}

function Element({ node, level }: { readonly node: XmlNode; readonly level: number }) {
  const { name, attributes, text, children } = node;
  const head = (
    <>
      <span className={styles.key}>
        <Visible text={name} />
      </span>
      {attributes.map((one) => (
        <span key={one.name} className={styles.muted}>
          <Visible text={`${one.name}="${one.value}"`} />{' '}
        </span>
      ))}
      <Visible text={text} />
    </>
  );
  if (children.length === 0) return <div className={styles.leaf}>{head}</div>;
  return (
    <details className={styles.node} open={level < 3}>
      <summary>{head}</summary>
      <div className={styles.children}>
        {children.map((child, index) => (
          <Element key={index} node={child} level={level + 1} />
        ))}
      </div>
    </details>
  );
}
