import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import './select.css';

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

/** A choice of one among several, as the system draws lists. */
export function Select<V extends string>(props: SelectProps<V>): ReactNode {
  const { label, value, options, disabled = false, onChange } = props;
  return (
    <span className="select">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
    </span>
  );
}

/** A row of the settings with such a choice. */
export function SelectRow<V extends string>(
  props: SelectProps<V> & {
    readonly hint?: string | undefined;
    /** How things stand, which may change while one looks. */
    readonly state?: string | undefined;
  },
): ReactNode {
  const { hint, state, ...select } = props;
  const id = useId();
  return (
    <div className="setting-row" role="group" aria-labelledby={id}>
      <div className="setting-words">
        <span id={id}>{select.label}</span>
        {hint !== undefined && <p>{hint}</p>}
        {state !== undefined && (
          <p className="setting-state" role="status">
            {state}
          </p>
        )}
      </div>
      <Select {...select} />
    </div>
  );
}
