import { Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import './search-field.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The field a page is searched by; has the keyboard when the page opens. Escape empties it first. */
export function SearchField({ label, value, onChange, onKeyDown }: SearchFieldProps): ReactNode {
  return (
    <div className="search-field">
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
      />
    </div>
  );
}
