import type { ReactNode } from 'react';

import { blocksOf, inlinesOf, type Block } from './markdown-blocks.ts';
import styles from './help-view.module.css';

/** Our own pages of help: headings, paragraphs, lists, tables, code. Nothing of a bundle is ever shown by this. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={styles.markdown}>
      {blocksOf(text).map((block, index) => (
        <BlockShown key={index} block={block} />
      ))}
    </div>
  );
}

function BlockShown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h1 className={styles.title}>{inlines(block.text)}</h1>
      ) : (
        <h2 className={styles.heading}>{inlines(block.text)}</h2>
      );
    case 'paragraph':
      return <p>{inlines(block.text)}</p>;
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item, index) => (
            <li key={index}>{inlines(item)}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index}>{inlines(cell)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={at}>{inlines(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function inlines(text: string): readonly ReactNode[] {
  return inlinesOf(text).map(({ kind, text: part }, index) => {
    if (kind === 'code') return <code key={index}>{part}</code>;
    if (kind === 'strong') return <strong key={index}>{part}</strong>;
    if (kind === 'emphasis') return <em key={index}>{part}</em>;
    return part;
  });
}
