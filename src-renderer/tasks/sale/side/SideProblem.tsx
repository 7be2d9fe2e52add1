import type { ReactNode } from 'react';
import styles from './SidePanel.module.css';

/** Why a panel beside the sale did not do what was asked. */
export function SideProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.problem} role="status">
      {children}
    </p>
  );
}
