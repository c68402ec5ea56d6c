import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '../store/shell-store';
import './menu.css';

/** Where menus are drawn: within a named region, so that a screen reader can say where it is. */
const PlaceContext = createContext<HTMLElement | null>(null);

interface MenuProps {
  readonly label: string;
  readonly anchor: Anchor;
  readonly side?: 'bottom' | 'right';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu beside a place in the window. Not modal: that would lock scrolling by an inline style, which is not allowed. */
export function Menu({ label, anchor, side = 'bottom', onClose, children }: MenuProps): ReactNode {
  const { i18n } = useTranslation();
  const { x, y, width, height } = anchor;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <section className="menu-place" aria-label={label} ref={setPlace}>
      <div className="menu-shield" onPointerDown={onClose} onContextMenu={onClose} />
      {place !== null && (
        <DropdownMenu.Root
          open
          modal={false}
          dir={i18n.dir()}
          onOpenChange={(open) => {
            if (!open) onClose();
          }}
        >
          <DropdownMenu.Trigger asChild>
            <span
              className="menu-anchor"
              aria-hidden
              style={{ left: x, top: y, width: Math.max(1, width), height: Math.max(1, height) }}
            />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal container={place}>
            <DropdownMenu.Content
              className="menu"
              aria-label={label}
              aria-labelledby={undefined}
              side={side}
              align="start"
              sideOffset={4}
              collisionPadding={8}
              loop
              onCloseAutoFocus={(event) => event.preventDefault()}
            >
              <PlaceContext value={place}>{children}</PlaceContext>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </section>
  );
}

interface MenuItemProps {
  readonly icon?: LucideIcon | undefined;
  readonly look?: 'plain' | 'danger';
  /** What more there is to know before it is done. */
  readonly hint?: string | undefined;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** Something to do. */
export function MenuItem({
  icon: Icon,
  look = 'plain',
  hint,
  keys,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps): ReactNode {
  return (
    <DropdownMenu.Item className="menu-item" data-look={look} disabled={disabled} onSelect={onSelect}>
      <span className="menu-icon">
        {Icon !== undefined && <Icon size={16} strokeWidth={1.5} aria-hidden />}
      </span>
      <span className="menu-words">
        {children}
        {hint !== undefined && <span className="menu-hint">{hint}</span>}
      </span>
      {keys !== undefined && <span className="menu-keys">{keys}</span>}
    </DropdownMenu.Item>
  );
}

interface MenuSwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is on or off. */
export function MenuSwitch({ checked, onChange, children }: MenuSwitchProps): ReactNode {
  return (
    <DropdownMenu.CheckboxItem className="menu-item" checked={checked} onCheckedChange={onChange}>
      <span className="menu-icon">
        <DropdownMenu.ItemIndicator>
          <Check size={16} strokeWidth={1.75} aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="menu-words">{children}</span>
    </DropdownMenu.CheckboxItem>
  );
}

interface MenuRadiosProps<V extends string> {
  readonly label: string;
  /** The one that holds; none of them where something else does. */
  readonly value: V | undefined;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly hint?: string | undefined;
    /** At its end. */
    readonly aside?: ReactNode;
    readonly isDisabled?: boolean;
  }[];
  readonly onChange: (value: V) => void;
}

/** A few choices of which one holds. */
export function MenuRadios<V extends string>(props: MenuRadiosProps<V>): ReactNode {
  return (
    <DropdownMenu.RadioGroup aria-label={props.label} value={props.value ?? ''}>
      {props.options.map(({ value, label, hint, aside, isDisabled = false }) => (
        <DropdownMenu.RadioItem
          key={value}
          className="menu-item"
          value={value}
          disabled={isDisabled}
          onSelect={() => props.onChange(value)}
        >
          <span className="menu-icon">
            <DropdownMenu.ItemIndicator>
              <Check size={16} strokeWidth={1.75} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className="menu-words">
            <bdi>{label}</bdi>
            {hint !== undefined && (
              <span className="menu-hint" dir="auto">
                {hint}
              </span>
            )}
          </span>
          {aside}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** Words in a menu that do nothing. */
export function MenuWords({ children }: { readonly children: ReactNode }): ReactNode {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>;
}

interface SubMenuProps {
  readonly icon?: LucideIcon | undefined;
  readonly label: string;
  readonly children: ReactNode;
}

/** More of one kind, a step aside. */
export function SubMenu({ icon: Icon, label, children }: SubMenuProps): ReactNode {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        <span className="menu-icon">
          {Icon !== undefined && <Icon size={16} strokeWidth={1.5} aria-hidden />}
        </span>
        <span className="menu-words">{label}</span>
        <ChevronRight className="flip" size={16} strokeWidth={1.5} aria-hidden />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={useContext(PlaceContext)}>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8} loop>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** A line between groups. */
export function MenuLine(): ReactNode {
  return <DropdownMenu.Separator className="menu-line" />;
}
