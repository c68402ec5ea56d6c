import { serviceChannels, type ServiceEvent } from '../../core/ipc/service-messages';
import { noDeviceChoice, type DeviceChoice } from '../../core/model/devices';
import type { Service, ServiceId } from '../../core/model/service';
import { selectService } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import { onFrameDocument, type NavigatingPage } from '../views/frame-book';

interface DeviceFrame {
  readonly send: (channel: string, event: ServiceEvent) => void;
}

/** What is used of a page. */
export interface DevicePage extends NavigatingPage {
  readonly mainFrame: { readonly framesInSubtree: readonly DeviceFrame[] };
}

export interface DevicesPort {
  readonly pagesOf: (serviceId: ServiceId) => readonly DevicePage[];
  readonly onPage: (listener: (serviceId: ServiceId, page: DevicePage) => void) => Stop;
  readonly frameOf: (processId: number, routingId: number) => DeviceFrame | undefined;
}

const choiceOf = (service: Service | undefined): DeviceChoice => service?.devices ?? noDeviceChoice;
const isNone = ({ camera, microphone }: DeviceChoice): boolean => camera === null && microphone === null;

/** Tells frames of services, as they begin and when it changes, which camera and microphone the person chose for them. */
export function startChosenDevices(store: AppStore, port: DevicesPort): Stop {
  const tell = (frame: DeviceFrame | undefined, choice: DeviceChoice): void =>
    frame?.send(serviceChannels.event, { kind: 'devices-chosen', ...choice });
  const known = new Map(store.getState().persisted.services.map(({ id, devices }) => [id, devices]));
  const stops = [
    store.watch(
      ({ persisted }) => persisted.services,
      (services) => {
        for (const service of services) {
          if (known.get(service.id) === service.devices) continue;
          known.set(service.id, service.devices);
          for (const page of port.pagesOf(service.id))
            for (const frame of page.mainFrame.framesInSubtree) tell(frame, choiceOf(service));
        }
      },
    ),
    port.onPage((serviceId, page) =>
      onFrameDocument(page, (processId, routingId) => {
        const choice = choiceOf(selectService(store.getState(), serviceId));
        if (!isNone(choice)) tell(port.frameOf(processId, routingId), choice);
      }),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}
