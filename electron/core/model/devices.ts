import * as z from 'zod/mini';

/** Longest name of a device, and most of a kind that are known of a service. */
export const DEVICE_NAME_MAX = 200;
export const DEVICES_MAX = 20;

const deviceName = z.string().check(z.minLength(1), z.maxLength(DEVICE_NAME_MAX));

/** Which camera and microphone the pages of a service get, by the names the system gives them; null: as Chromium chooses. */
export const deviceChoiceSchema = z.object({
  camera: z.nullable(deviceName),
  microphone: z.nullable(deviceName),
});
export type DeviceChoice = Readonly<z.infer<typeof deviceChoiceSchema>>;

export const noDeviceChoice: DeviceChoice = { camera: null, microphone: null };

/** The devices there are, by name, as a page of the service that uses one knows them. */
export interface KnownDevices {
  readonly cameras: readonly string[];
  readonly microphones: readonly string[];
}

export const noDevicesKnown: KnownDevices = { cameras: [], microphones: [] };
