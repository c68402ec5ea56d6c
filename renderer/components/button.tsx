import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import './button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'text';
  readonly submits?: boolean;
}

/** A button with words. */
export function Button({ look = 'plain', submits = false, ...rest }: ButtonProps): ReactNode {
  return <button type={submits ? 'submit' : 'button'} className={`button button-${look}`} {...rest} />;
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type' | 'title'> {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly look?: 'small' | 'bar';
  /** Turn the icon round where text runs from right to left. */
  readonly flips?: boolean;
}

/** A button with an icon; its label is read out and shown as a native tooltip, which is drawn above views. */
export function IconButton({
  label,
  icon: Icon,
  look = 'small',
  flips = false,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`icon-button icon-button-${look}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon
        className={flips ? 'flip' : undefined}
        size={look === 'bar' ? 20 : 16}
        strokeWidth={1.5}
        aria-hidden
      />
    </button>
  );
}
