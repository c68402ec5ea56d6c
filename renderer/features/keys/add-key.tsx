import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ownerProblem,
  withKey,
  type KeyOwner,
  type OwnerProblem,
} from '../../../electron/core/commands/change-keys';
import { comboToKeep, type Combo } from '../../../electron/core/commands/combo';
import { Button } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import { KeyRefusal } from './key-refusal';
import { useChangeKeys } from './use-change-keys';

interface AddKeyProps {
  readonly owner: KeyOwner;
  readonly name: string;
}

/** Records the next press as a key for a command; says what speaks against it. */
export function AddKey({ owner, name }: AddKeyProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const change = useChangeKeys();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  // Said once no key of ours acts any more.
  const isHeard = useProjection((projection) => projection.recordingKeys);
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<{ readonly combo: Combo; readonly problem: OwnerProblem }>();
  useEffect(() => {
    if (!isAsked) return;
    send('keys.record', { isOn: true });
    return () => send('keys.record', { isOn: false });
  }, [isAsked, send]);
  const record = (event: KeyboardEvent): void => {
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isAsked || (event.key === 'Tab' && isBare)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && isBare) return setIsAsked(false);
    const { key, code, ctrlKey: control, metaKey: meta, altKey: alt, shiftKey: shift } = event;
    const press = { type: 'keyDown', key, code, control, meta, alt, shift, isAutoRepeat: event.repeat };
    const isForSystem = owner === 'system' && !event.getModifierState('AltGraph');
    const combo = comboToKeep(press, platform, isForSystem);
    if (combo === undefined) return;
    setIsAsked(false);
    const problem = ownerProblem(combo, owner, keys, platform);
    if (problem === undefined) change(withKey(keys, owner, combo, platform));
    else setRefused({ combo, problem });
  };
  const isRecording = isAsked && isHeard;
  return (
    <>
      <Button
        aria-label={t(isRecording ? 'settings.keys.pressFor' : 'settings.keys.addTo', { name })}
        data-recording={isRecording}
        onClick={() => {
          setRefused(undefined);
          setIsAsked(true);
        }}
        onBlur={() => setIsAsked(false)}
        onKeyDown={record}
      >
        {t(isRecording ? 'settings.keys.press' : 'settings.keys.add')}
      </Button>
      {refused !== undefined && (
        <KeyRefusal
          {...refused}
          onTakeOver={() => {
            change(withKey(keys, owner, refused.combo, platform));
            setRefused(undefined);
          }}
          onLeave={() => setRefused(undefined)}
        />
      )}
    </>
  );
}
