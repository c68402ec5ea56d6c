import { Search } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import './search-field.css';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'placeholder' | 'type'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands behind the text. */
  readonly children?: ReactNode;
}

/** The field a page is searched by; has the keyboard when the page opens. Escape empties it first. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, value, onChange, onKeyDown, children, ...input } = props;
  return (
    <div className="search-field">
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <input
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={200}
        {...input}
        type="text"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || value === '' || event.defaultPrevented) return;
          event.preventDefault();
          onChange('');
        }}
      />
      {children}
    </div>
  );
}
