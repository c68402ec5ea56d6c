import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { OWN_CODE_MAX } from '../../../electron/core/model/tweaks';

interface CodeFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

/** A field for a style or a script. Tab goes on to the next field, as everywhere. */
export function CodeField({
  label,
  hint,
  error,
  value,
  autoFocus = false,
  onChange,
}: CodeFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="code-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        autoFocus={autoFocus}
        maxLength={OWN_CODE_MAX}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className="field-note" id={`${id}-note`} aria-live="polite" data-error={error !== undefined}>
        {error !== undefined && <CircleAlert size={16} strokeWidth={1.5} aria-hidden />}
        <span>{error ?? hint}</span>
      </p>
    </div>
  );
}
