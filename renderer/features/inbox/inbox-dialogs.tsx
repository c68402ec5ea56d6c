import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PatternDialog } from '../pattern/pattern-dialog';
import { DatesDialog } from './dates-dialog';
import type { FilterProps } from './filter-bar';
import { giveFocusBack } from './focus-back';
import { useDesk, useView } from './inbox-desk';
import type { InboxDialog } from './inbox-view';
import { KeysDialog } from './keys-dialog';
import { RemoveDialog } from './remove-dialog';

/** The dialog of the inbox that is open. */
export function InboxDialogs(props: FilterProps): ReactNode {
  const { view } = useDesk();
  const dialog = useView((state) => state.dialog);
  useEffect(() => {
    if (dialog === undefined) return undefined;
    // The browser gives the focus back only from a dialog that is still in the page.
    return () => {
      const { current } = view.getState();
      giveFocusBack(dialog, current);
    };
  }, [dialog, view]);
  if (dialog === undefined) return null;
  return (
    // Escape closes the dialog; it must not go on and close the page as well.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="inbox-dialogs"
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <OpenDialog dialog={dialog} {...props} />
    </div>
  );
}

function OpenDialog({ dialog, filter, onFilter }: FilterProps & { readonly dialog: InboxDialog }): ReactNode {
  const { t } = useTranslation();
  const { view } = useDesk();
  const close = (): void => view.setState({ dialog: undefined });
  switch (dialog.kind) {
    case 'remove':
      return <RemoveDialog removal={dialog.removal} onClose={close} />;
    case 'dates':
      return <DatesDialog filter={filter} onFilter={onFilter} onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'pattern':
      return (
        <PatternDialog
          entry={dialog.entry}
          onAdded={(name) => view.setState({ said: t('inbox.said.recognised', { name }) })}
          onClose={close}
        />
      );
  }
}
