import { useId, type ReactNode } from 'react';
import './choice.css';

/** What a row that can be on or off shows and tells. */
export interface SwitchProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A row that can be on or off. */
export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className="setting-row">
      <div className="setting-words">
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      </div>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

/** What a row with a few choices shows and tells. */
export interface SegmentedProps<V extends string | number> {
  readonly label: string;
  readonly hint?: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** A row with a few choices of which one holds. */
export function Segmented<V extends string | number>(props: SegmentedProps<V>): ReactNode {
  const id = useId();
  return (
    <div
      className="setting-row"
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
    >
      <div className="setting-words">
        <span id={id}>{props.label}</span>
        {props.hint !== undefined && <p id={`${id}-hint`}>{props.hint}</p>}
      </div>
      <div className="segments">
        {props.options.map(({ value, label }) => (
          <label key={value} className="segment">
            <input
              className="visually-hidden"
              type="radio"
              name={id}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
