import type { ReactNode } from 'react';
import './choice.css';

interface SettingLineProps {
  readonly name: string;
  readonly hint: string;
  /** What stands at its end, if anything. */
  readonly children?: ReactNode;
}

/** A row of the settings that says what it is and what it is for, with what can be done at its end. */
export function SettingLine({ name, hint, children }: SettingLineProps): ReactNode {
  return (
    <div className="setting-row">
      <div className="setting-words">
        <p className="setting-name">{name}</p>
        <p>{hint}</p>
      </div>
      {children}
    </div>
  );
}
