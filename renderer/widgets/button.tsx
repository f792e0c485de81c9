import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly children: ReactNode;
  readonly title?: string;
}

/** A button that says what it does. An icon alone needs an `aria-label`. */
export function Button({ kind = 'plain', children, title, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[kind]}`}>
      <span className={styles.inner} title={title}>
        {children}
      </span>
    </AriaButton>
  );
}
