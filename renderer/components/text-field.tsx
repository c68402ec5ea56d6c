import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import './text-field.css';

interface TextFieldProps extends Omit<
  ComponentProps<'input'>,
  'className' | 'id' | 'aria-describedby' | 'prefix'
> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Fixed words before and after what is typed, as in `https://` … `.slack.com`. */
  readonly before?: string;
  readonly after?: string;
  readonly action?: ReactNode;
}

/** A field with its label, a hint, and what is wrong with it. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, hint, error, before, after, action, ...input } = props;
  const id = useId();
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box" data-invalid={error !== undefined}>
        {before !== undefined && <span className="field-affix">{before}</span>}
        <input
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={hasNote ? `${id}-note` : undefined}
          {...input}
        />
        {after !== undefined && <span className="field-affix">{after}</span>}
        {action}
      </div>
      <p className="field-note" id={`${id}-note`} aria-live="polite" data-error={error !== undefined}>
        {error !== undefined && <CircleAlert size={16} strokeWidth={1.5} aria-hidden />}
        <span>{error ?? hint}</span>
      </p>
    </div>
  );
}
