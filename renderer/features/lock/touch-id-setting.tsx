import { useState, type ReactNode } from 'react';
import { Switch, type SwitchProps } from '../../components/choice';
import { useSend } from '../../store/use-shell';
import { PassphraseDialog } from './passphrase-dialog';

/** The row that lets Touch ID open the lock, too. That takes the passphrase, once; to end it takes nothing. */
export function TouchIdSetting(row: Omit<SwitchProps, 'onChange'>): ReactNode {
  const send = useSend();
  const [isAsking, setIsAsking] = useState(false);
  const close = (): void => setIsAsking(false);
  return (
    <>
      <Switch
        {...row}
        onChange={(isOn) => {
          if (isOn) setIsAsking(true);
          else send('lock.change-settings', { biometrics: false });
        }}
      />
      {isAsking && <PassphraseDialog task="touchId" onDone={close} onClose={close} />}
    </>
  );
}
